namespace Monitor.Core.Wording;

/// <summary>Names of things that are keys in the data: origins and countries. A key without a text is shown as it is.</summary>
public static class NameWording
{
    public static string Origin(this Phrasebook book, string origin)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Has("origin." + origin) ? book["origin." + origin] : origin;
    }

    public static string Origins(this Phrasebook book, IEnumerable<string> origins) => string.Join(", ", origins.Select(book.Origin));

    public static string Country(this Phrasebook book, string code)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Has("country." + code) ? book["country." + code] : code;
    }
}
