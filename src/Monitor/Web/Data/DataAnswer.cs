using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Monitor.Core.Wording;

namespace Monitor.Web.Data;

/// <summary>The answers for programs: JSON with the facts of the pages, the map of the site, and what robots may read.</summary>
public sealed class DataAnswer(AnswerCache cache, DataReading reading, SiteMap map, SiteAddress site, WorkLimit limit)
{
    private const string Fresh = "public, max-age=60";
    private const string Json = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Readable = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly WebDocument Missing = WebDocument.Text("There is no such page.\n", StatusCodes.Status404NotFound);
    private static readonly WebDocument BadSince = WebDocument.Text("since is a day or an instant, for example since=2025-12-13 or since=2025-12-13T10:00:00Z\n", StatusCodes.Status400BadRequest);

    public Task<IResult> PeopleAsync(HttpContext http) => AnswerAsync(http, "people", async address => await reading.PeopleAsync(address));

    public Task<IResult> ChangesAsync(HttpContext http) => AnswerAsync(http, "changes", async address => await reading.ChangesAsync(address));

    public async Task<IResult> SiteMapAsync(HttpContext http) => (await cache.GetAsync(site.Text(http.Request) + " sitemap", async () =>
    {
        limit.Take(http, WorkLimit.Page);
        return new WebDocument(await map.WriteAsync(site.Of(http.Request), default), "application/xml; charset=utf-8") { CacheControl = Fresh };
    }))!;

    /// <summary>Everything may be read but the answers to searches, which are endless.</summary>
    public IResult Robots(HttpContext http)
    {
        var text = $"User-agent: *\nDisallow: {site.Prefix(http.Request)}/*?*q=\n\nSitemap: {new Uri(site.Of(http.Request), "sitemap.xml")}\n";
        return new WebDocument(System.Text.Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8") { CacheControl = Fresh };
    }

    private async Task<IResult> AnswerAsync(HttpContext http, string what, Func<DataAddress, Task<object?>> read)
    {
        if (AddressOf(http.Request) is not { } address) return BadSince;
        return await cache.GetAsync($"{address.Site} {what} {address.Asked} {address.Since} {address.Page}", async () =>
        {
            limit.Take(http, WorkLimit.Page);
            return await read(address) is { } data ? new WebDocument(JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), Readable), Json) { CacheControl = Fresh } : null;
        }) ?? Missing;
    }

    /// <summary>Null where ?since= is no moment.</summary>
    private DataAddress? AddressOf(HttpRequest request)
    {
        var since = request.Query["since"].ToString();
        DateTimeOffset moment = default;
        if (since.Length > 0 && !DateTimeOffset.TryParseExact(since, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment)) return null;
        var asked = ReaderLanguage.Asked(request);
        var page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 100_000 ? n : 1;
        return new DataAddress(site.Of(request), Phrasebook.For(asked), asked, page, since.Length == 0 ? null : since, since.Length == 0 ? null : moment);
    }

    private static readonly string[] Moments = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
}
