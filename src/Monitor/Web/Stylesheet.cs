using System.Text;

namespace Monitor.Web;

/// <summary>The one style sheet and the icon, built into the program. The sheet's address holds the hash of its content, so that a browser may keep it for ever.</summary>
public static class Stylesheet
{
    public static readonly WebDocument Sheet = new(BuiltIn("style.css"), "text/css; charset=utf-8") { CacheControl = "public, max-age=31536000, immutable" };
    public static readonly string Path = $"/style.{Sheet.Hash}.css";
    public static readonly WebDocument Icon = new(Encoding.UTF8.GetBytes(
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1d4f63"/><path d="M4 4v8M8 4v8" stroke="#fff" stroke-width="1.6"/><path d="M12 4v3M12 10v2" stroke="#f2b84b" stroke-width="1.6"/></svg>"""),
        "image/svg+xml")
    { CacheControl = "public, max-age=86400" };

    private static byte[] BuiltIn(string name)
    {
        using var resource = typeof(Stylesheet).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
