using Microsoft.AspNetCore.Http.Headers;
using Monitor.Core.Wording;

namespace Monitor;

/// <summary>The language of one reader, told by the request alone: nothing is remembered, so there is no cookie.</summary>
public static class ReaderLanguage
{
    /// <summary>The language of <c>?lang=</c>; null where it names none that we speak.</summary>
    public static string? Asked(HttpRequest request)
    {
        if (!request.QueryString.HasValue) return null;
        var asked = request.Query["lang"].ToString().ToLowerInvariant();
        return Phrasebook.Languages.Contains(asked, StringComparer.Ordinal) ? asked : null;
    }

    /// <summary><c>?lang=</c>, then the best of Accept-Language, then English.</summary>
    public static Phrasebook Of(HttpRequest request) => Phrasebook.For(Asked(request) ?? Accepted(request.GetTypedHeaders()));

    private static string? Accepted(RequestHeaders headers) => headers.AcceptLanguage
        .Where(l => l.Quality is null or > 0)
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.Value?.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(l => Phrasebook.Languages.Contains(l, StringComparer.Ordinal));
}
