using System.Runtime.InteropServices;
using Monitor.Core.Text;

namespace Monitor.Core.Mentions.Sanctions;

/// <summary>A word that says something about sanctions, with its place among the words of its sentence.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SanctionWord(WordSpan Span, SanctionTags Tags, int Ordinal);

/// <summary>The sanction words of one sentence, and all they say together. Sentences without any are left out.</summary>
internal sealed record SanctionSentence(IReadOnlyList<SanctionWord> Words)
{
    private const int TargetReach = 5;

    /// <summary>"against the EU", "супраць усяго ЕС".</summary>
    private const int AgainstReach = 2;

    /// <summary>"the border of the EU", "border with the European Union".</summary>
    private const int BorderReach = 3;

    private const SanctionTags AllIssuers = SanctionTags.Us | SanctionTags.Eu | SanctionTags.Uk | SanctionTags.Other;

    public SanctionTags Tags { get; } = Words.Aggregate(SanctionTags.None, (all, w) => all | w.Tags);

    public bool Has(SanctionTags tag) => (Tags & tag) != SanctionTags.None;

    /// <summary>"sanctions on Russia", "российские санкции", where Belarus is not named as well; a country elsewhere in the sentence ("through Russian ports") is no target.</summary>
    public bool IsOnAnotherCountry => !Has(SanctionTags.Belarus)
        && Words.Any(c => (c.Tags & SanctionTags.OtherCountry) != SanctionTags.None && Words.Any(s => (s.Tags & (SanctionTags.Sanction | SanctionTags.Weak | SanctionTags.Lift)) != SanctionTags.None && c.Ordinal - s.Ordinal is >= -2 and <= TargetReach));

    /// <summary>Whether a bank, an official, a company stands where it can be what is sanctioned: not right behind a list, of which it only says what list it is ("wykaz podmiotów").</summary>
    public bool NamesGeneral => Words.Any(w => (w.Tags & SanctionTags.General) != SanctionTags.None
        && !Words.Any(l => (l.Tags & SanctionTags.Weak) != SanctionTags.None && (l.Tags & SanctionTags.General) == SanctionTags.None && w.Ordinal - l.Ordinal == 1));

    /// <summary>The first word with the first of these tags that stands in the sentence.</summary>
    public SanctionWord First(params ReadOnlySpan<SanctionTags> wanted)
    {
        foreach (var tag in wanted)
            foreach (var word in Words)
                if ((word.Tags & tag) != SanctionTags.None) return word;
        return Words[0];
    }

    /// <summary>All that the words of a text say about sanctions, taken together.</summary>
    public static SanctionTags TagsIn(ReadOnlySpan<char> text)
    {
        var all = 0;
        foreach (var tags in SanctionWords.Table.In(text)) all |= tags;
        return (SanctionTags)all;
    }

    public static List<SanctionSentence> Split(string text)
    {
        var sentences = new List<SanctionSentence>();
        var words = new List<SanctionWord>();
        var (last, ordinal) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            if (!Letters.IsLetter(text[i]))
            {
                if (words.Count > 0 && EndsSentence(text, i, last))
                {
                    sentences.Add(new SanctionSentence(words));
                    words = [];
                }

                i++;
                continue;
            }

            var span = Text.Words.At(text, i);
            last = span.Length;
            ordinal++;
            i = Math.Max(span.End, i + 1);
            var tags = IsUs(text, span) ? SanctionTags.Us : (SanctionTags)SanctionWords.Table.TagsOfPrinted(WithoutApostrophes(span.In(text)));
            if (words.Count > 0 && words[^1] is var previous && ordinal - previous.Ordinal == 1 && IsBlackList(previous.Tags, tags)) tags |= SanctionTags.Sanction;
            if (words.Count > 0 && words[^1] is var before && before.Tags == SanctionTags.Against && ordinal - before.Ordinal <= AgainstReach) tags &= ~AllIssuers;
            if ((tags & AllIssuers) != SanctionTags.None && words.Count > 0 && (words[^1].Tags & SanctionTags.Border) != SanctionTags.None && ordinal - words[^1].Ordinal <= BorderReach) tags &= ~AllIssuers;
            if (tags == SanctionTags.Border && words.Count > 0 && ordinal - words[^1].Ordinal == 1 && (words[^1].Tags & AllIssuers) != SanctionTags.None) words[^1] = words[^1] with { Tags = words[^1].Tags & ~AllIssuers };
            if (tags != SanctionTags.None) words.Add(new SanctionWord(span, tags, ordinal));
        }

        if (words.Count > 0) sentences.Add(new SanctionSentence(words));
        return sentences;
    }

    /// <summary>"чёрный список", "liste noire".</summary>
    private static bool IsBlackList(SanctionTags before, SanctionTags tags) => ((before | tags) & (SanctionTags.Black | SanctionTags.Weak)) == (SanctionTags.Black | SanctionTags.Weak);

    /// <summary>"U.S." with its points, and "United States".</summary>
    private static bool IsUs(string text, WordSpan span) =>
        (span.Length == 1 && text[span.Start] == 'U' && string.CompareOrdinal(text, span.End, ".S", 0, 2) == 0 && (span.End + 2 >= text.Length || !char.IsLetter(text[span.End + 2])))
        || (span.Length == 6 && string.Compare(text, span.Start, "united states", 0, 13, StringComparison.OrdinalIgnoreCase) == 0);

    /// <summary>"EU's", "l'UE", "d'Amérique": the word itself.</summary>
    private static ReadOnlySpan<char> WithoutApostrophes(ReadOnlySpan<char> word)
    {
        if (word.Length > 3 && word[1] is '\'' or '’') word = word[2..];
        return word.Length > 2 && word[^1] == 's' && word[^2] is '\'' or '’' ? word[..^2] : word;
    }

    /// <summary>A point ends a sentence unless it follows one or two letters (U.S., г.) or a day ("13. Dezember"), or stands inside a number; a year may stand last.</summary>
    private static bool EndsSentence(string text, int i, int lastWord) =>
        text[i] is '\n' or '!' or '?' or ';' || (text[i] is '.' && (lastWord > 2 || AfterYear(text, i)) && (i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '»'));

    private static bool AfterYear(string text, int i) =>
        i > 3 && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i - 2]) && char.IsAsciiDigit(text[i - 3]) && char.IsAsciiDigit(text[i - 4]);
}
