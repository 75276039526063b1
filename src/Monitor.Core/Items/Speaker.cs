using System.Text.RegularExpressions;

namespace Monitor.Core.Items;

/// <summary>
/// Who speaks where an item quotes nobody: the house its credit line names ("First published by
/// Confidencial", "Крыніца: Наша Ніва"), else the organisation behind its source. A copy that says whose it is needs no likeness to show it.
/// </summary>
public static class Speaker
{
    /// <summary>A credit stands in one of so many last lines, or opens the text.</summary>
    private const int LastLines = 4;

    private const int LongestName = 40;

    /// <summary>A credit begins a sentence: a book that was "first published in Vilnius" credits nobody.</summary>
    private const string Begins = @"(?:^\W*|[.!?(—–]\s*|\b(?:article|story|text|report|post|piece)\s+(?:was\s+|has\s+been\s+)?)";

    private static readonly Regex Credit = new(
        Begins + @"(?:(?:first|originally) (?:published|appeared) (?:by|in|on|at)|(?:re-?published|reprinted|reposted|translated) from"
        + @"|(?:перепечатано|перепечатка|перевод) (?:из|с)|(?:перадрук|пераклад|передрук|переклад) (?:з|са|із)|(?:впервые опубликовано|упершыню апублікавана|вперше опубліковано)(?: на| у| в|:)?) (?<name>.+)"
        + @"|^(?<name>\p{Lu}[\p{L}\d .-]{1,40}?) (?:first )?published this\b"
        + @"|^\W*(?:source|источник|первоисточник|крыніца|джерело|źródło|quelle|šaltinis|fuente|fonte)\s*:\s*(?<name>.+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    private static readonly Regex NameEnd = new(@"[.,;:!?)»”""](\s|$)|\s(?:and|и|і|и|und|oraz|et)\s|\s[-–—(«]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    public static string Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Credited(item.Text) ?? Origins.Of(item.Origin);
    }

    private static string? Credited(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Take(1).Concat(lines.TakeLast(LastLines)).Select(NameIn).FirstOrDefault(name => name is not null);
    }

    private static string? NameIn(string line)
    {
        var credit = Credit.Match(line);
        if (!credit.Success) return null;
        var name = credit.Groups["name"].Value.Trim(' ', '"', '«', '»', '“', '”', '.');
        if (NameEnd.Match(name) is { Success: true } end) name = name[..end.Index];
        name = name.Trim();
        return name.Length is > 1 and <= LongestName && (char.IsUpper(name[0]) || name.Contains('.', StringComparison.Ordinal)) ? Origins.Of(name) : null;
    }
}
