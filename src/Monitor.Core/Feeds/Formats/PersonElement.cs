using Monitor.Core.Feeds.Markup;
using Monitor.Core.Feeds.Parts;

namespace Monitor.Core.Feeds.Formats;

/// <summary>Who wrote it: Atom's <c>name</c> and <c>email</c>, which RSS feeds borrow, or the name as text.</summary>
internal sealed class PersonElement(ElementContent content)
{
    /// <summary>Reads the element just begun; null where it names nobody.</summary>
    public string? Read()
    {
        var whole = content.Read(PassageKind.Unsaid);
        if (whole.Kind == PassageKind.Inline && NameWithin(whole.Value) is { } name) return name;
        return AuthorName.Of(new Passage(whole.ToPlain().AsMemory(), PassageKind.Unsaid).ToPlain());
    }

    private static string? NameWithin(ReadOnlyMemory<char> inner)
    {
        var xml = new XmlScanner(inner);
        var parts = new ElementContent(xml);
        string? name = null, email = null;
        while (xml.NextChild(0))
        {
            if (xml.LowerName is "name") name ??= parts.ReadWord();
            else if (xml.LowerName is "email") email ??= parts.ReadWord();
        }

        return string.IsNullOrWhiteSpace(name) ? string.IsNullOrWhiteSpace(email) ? null : email : name;
    }
}
