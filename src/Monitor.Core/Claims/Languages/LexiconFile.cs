using System.Globalization;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Languages;

/// <summary>
/// Reads a table: <c>[sense]</c> or <c>[kind form]</c>, either with a number, heads a section, its phrases follow, parted by commas or line ends; # begins a remark.
/// "left|quit .. prison|jail" stands for all four combinations. <c>[grammar]</c> heads the language's traits. A word that no sense or trait is known for is refused with its line.
/// </summary>
public static class LexiconFile
{
    public static IEnumerable<LexiconEntry> Read(string language, string text)
    {
        (Cue Cue, ClaimKind Kind, Form Form, int Number, string Code)? head = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var remark = raw.IndexOf('#', StringComparison.Ordinal);
            var line = (remark < 0 ? raw : raw[..remark]).Trim();
            if (line.Length == 0) continue;
            if (line[0] == '[')
            {
                head = Head(line.Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries)) ?? throw new FormatException($"{language}, line {number}: no sense \"{line}\"");
                continue;
            }

            if (head is not { } h) throw new FormatException($"{language}, line {number}: a phrase before the first section");
            foreach (var phrase in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Combinations))
            {
                if (h.Cue == Cue.Grammar) h.Number = Keyword.TryParse<Trait>(phrase, out var trait) ? (int)trait : throw new FormatException($"{language}, line {number}: no trait \"{phrase}\"");
                yield return new LexiconEntry(h.Cue, h.Kind, h.Form, h.Number, h.Code, phrase) { Words = Words(language, phrase) };
            }
        }
    }

    private static (Cue, ClaimKind, Form, int, string)? Head(string[] words)
    {
        var second = words.Length > 1 ? words[1] : "";
        if (Keyword.TryParse<ClaimKind>(words[0], out var kind) && Keyword.TryParse<Form>(second, out var form)) return (Cue.Trigger, kind, form, words.Length > 2 && int.TryParse(words[2], CultureInfo.InvariantCulture, out var mark) ? mark : 0, "");
        if (!Keyword.TryParse<Cue>(words[0], out var cue)) return null;
        return (cue, default, default, int.TryParse(second, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0, second);
    }

    private static IEnumerable<string> Combinations(string phrase) =>
        phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('|'))
            .Aggregate((IEnumerable<string>)[""], (begun, choices) => begun.SelectMany(b => choices.Select(c => b.Length == 0 ? c : $"{b} {c}")));

    private static string[] Words(string language, string phrase) =>
        [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w == ".." ? w : w[^1] == '*' ? Folding.Fold(language, w.AsSpan(0, w.Length - 1)) + "*" : Folding.Fold(language, w))];
}
