using System.Globalization;
using System.Text;

namespace Monitor.Core.Watchlist;

/// <summary>
/// Writes subjects as a watchlist file that <see cref="WatchlistYaml"/> reads back equal. The same list gives the same bytes: subjects
/// in the order given, keys in CONTRACT's order, names by language, so that two exports can be compared line by line.
/// </summary>
public static class WatchlistYamlWriter
{
    public static string Write(IEnumerable<Subject> subjects)
    {
        var yaml = new StringBuilder();
        foreach (var subject in subjects)
        {
            if (yaml.Length > 0) yaml.Append('\n');
            WriteSubject(yaml, subject);
        }

        return yaml.Length > 0 ? yaml.ToString() : "[]\n";
    }

    private static void WriteSubject(StringBuilder yaml, Subject subject)
    {
        Line(yaml, "- id", Quoted(subject.Id));
        Line(yaml, "  kind", subject is Person ? "person" : "sanction");
        Line(yaml, "  name", Quoted(subject.Name));
        var names = subject.Names.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{Quoted(pair.Key)}: {Quoted(pair.Value)}").ToList();
        if (names.Count > 0) Line(yaml, "  names", "{" + string.Join(", ", names) + "}");
        List(yaml, "  other_names", subject.OtherNames);
        if (subject is Person person) WritePerson(yaml, person);
        if (subject is Sanction sanction) WriteSanction(yaml, sanction);
        if (subject.Facts.Count > 0) yaml.Append("  facts:\n");
        foreach (var fact in subject.Facts) WriteFact(yaml, fact);
        if (subject.Status is { } status) Line(yaml, "  status", Flow(status));
    }

    private static void WritePerson(StringBuilder yaml, Person person)
    {
        if (person.Gender != Gender.Unknown) Line(yaml, "  gender", Keyword.Of(person.Gender));
        List(yaml, "  nationality", person.Nationality);
        Line(yaml, "  role", Quoted(person.Role));
    }

    private static void WriteSanction(StringBuilder yaml, Sanction sanction)
    {
        Line(yaml, "  issuer", Quoted(sanction.Issuer));
        Line(yaml, "  target", Quoted(sanction.Target));
    }

    private static void WriteFact(StringBuilder yaml, Fact fact)
    {
        Line(yaml, "    - kind", Keyword.Of(fact.Kind));
        if (fact.Date is { } date) Line(yaml, "      date", date.ToString());
        if (fact.Note is { } note) Line(yaml, "      note", Quoted(note));
        if (fact.Cites.Count > 0) Line(yaml, "      cites", "[" + string.Join(", ", fact.Cites.Select(Cite)) + "]");
        List(yaml, "      said_by", fact.SaidBy);
    }

    private static string Flow(SubjectStatus status)
    {
        var parts = new List<string> { $"now: {Keyword.Of(status.Now)}" };
        if (status.Since is { } since) parts.Add($"since: {since}");
        if (status.To is { } to) parts.Add($"to: {Quoted(to)}");
        parts.Add($"standing: {Keyword.Of(status.Standing)}");
        return "{" + string.Join(", ", parts) + "}";
    }

    private static void Line(StringBuilder yaml, string key, string value) => yaml.Append(key).Append(": ").Append(value).Append('\n');

    private static void List(StringBuilder yaml, string key, IReadOnlyList<string> values)
    {
        if (values.Count > 0) Line(yaml, key, "[" + string.Join(", ", values.Select(Quoted)) + "]");
    }

    /// <summary>000:11 stays plain as in CONTRACT; an article id of other signs is quoted with it.</summary>
    private static string Cite(Citation cite) => cite.Article.All(char.IsAsciiLetterOrDigit) ? cite.ToString() : Escaped(cite.ToString());

    /// <summary>Plain where every YAML reader takes it for text; else quoted: "2021", "no", "null", "a: b", "#1".</summary>
    private static string Quoted(string text) => IsPlain(text) ? text : Escaped(text);

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && !char.IsWhiteSpace(text[^1])
        && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.' or '\'' or '/' or '(' or ')' or ';' or '%')
        && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n");

    private static string Escaped(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        // Runes turn half a surrogate pair, which no UTF-8 file can hold, into the replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\') quoted.Append('\\').Append((char)rune.Value);
            else if (IsInvisible(rune)) quoted.Append("\\U").Append(rune.Value.ToString("X8", CultureInfo.InvariantCulture));
            else quoted.Append(rune.ToString());
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Controls, line separators and direction marks: written as an escape they survive, and the reader of the file sees them.</summary>
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
