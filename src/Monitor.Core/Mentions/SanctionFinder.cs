using System.Runtime.InteropServices;
using Monitor.Core.Text;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Mentions;

/// <summary>
/// Finds sanctions by issuer + target + Belarus, sentence by sentence: "US … sanctions … Belaruskali" is the US potash sanction wherever
/// the three stand; potash without a sanction, or sanctions on somebody else, are none. An issuer named only in another sentence is
/// taken from the nearest one.
/// </summary>
public sealed class SanctionFinder
{
    private const SanctionTags Issuers = SanctionTags.Us | SanctionTags.Eu | SanctionTags.Uk | SanctionTags.Other;
    private const double Stated = 0.93, Carried = 0.85, ByFirm = 0.7;

    private readonly List<(string Id, SanctionTags Issuer, SanctionTags Target)> sanctions;

    public SanctionFinder(IReadOnlyList<Subject> watchlist)
    {
        sanctions = [.. watchlist.OfType<Sanction>().Select(s => (s.Id, TagsOf(s).Issuer, TagsOf(s).Target))];
    }

    public static (SanctionTags Issuer, SanctionTags Target) TagsOf(Sanction sanction) => (IssuerOf(sanction.Issuer), TargetOf(sanction.Target));

    public bool HasAny => sanctions.Count > 0;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Tagged(WordSpan Span, SanctionTags Tags);

    private sealed record Sentence(List<Tagged> Words)
    {
        public SanctionTags Tags { get; } = Words.Aggregate(SanctionTags.None, (all, w) => all | w.Tags);

        public bool Has(SanctionTags tag) => (Tags & tag) != SanctionTags.None;

        public Tagged First(SanctionTags tag) => Words.First(w => (w.Tags & tag) != SanctionTags.None);
    }

    public void Find(string text, ItemContext context, List<Mention> mentions)
    {
        var sentences = Split(text);
        var whole = sentences.Aggregate(SanctionTags.None, (all, s) => all | s.Tags);
        if ((whole & SanctionTags.Belarus) == SanctionTags.None) return;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            var sanctioning = sentence.Has(SanctionTags.Sanction) || (sentence.Has(SanctionTags.Weak) && sentence.Has(Issuers));
            if (!sanctioning)
            {
                NameFirms(sentence, context, text, mentions);
                continue;
            }

            if (sentence.Has(SanctionTags.OtherCountry) && !sentence.Has(SanctionTags.Belarus)) continue;
            var stated = sentence.Tags & Issuers;
            var issuers = stated != SanctionTags.None ? stated : Nearest(sentences, i);
            var targets = Targets(sentence);
            foreach (var (id, issuer, target) in sanctions)
            {
                if ((issuers & issuer) == SanctionTags.None || !Hits(target, targets, issuer)) continue;
                var word = sentence.Has(SanctionTags.Sanction) ? sentence.First(SanctionTags.Sanction) : sentence.First(SanctionTags.Weak);
                var why = stated != SanctionTags.None ? "issuer, target and the sanction stand in one sentence about Belarus" : "the sanction and its target in one sentence, the issuer in another of the item";
                Add(id, word.Span, text, (stated != SanctionTags.None ? Stated : Carried, why), mentions);
            }
        }
    }

    /// <summary>The bare name of the firm under sanction in an item about prisoners: the bargain itself.</summary>
    private void NameFirms(Sentence sentence, ItemContext context, string text, List<Mention> mentions)
    {
        if (!context.SpeaksOfPrison || !sentence.Has(SanctionTags.PotashFirm | SanctionTags.Belavia)) return;
        foreach (var (id, _, target) in sanctions)
        {
            var firm = target == SanctionTags.Potash ? SanctionTags.PotashFirm : target == SanctionTags.Belavia ? SanctionTags.Belavia : SanctionTags.None;
            if (firm != SanctionTags.None && sentence.Has(firm)) Add(id, sentence.First(firm).Span, text, (ByFirm, "the firm under sanction is named in an item about prisoners"), mentions);
        }
    }

    private static SanctionTags Targets(Sentence sentence)
    {
        var targets = sentence.Tags & (SanctionTags.Potash | SanctionTags.Belavia);
        if (targets == SanctionTags.None || sentence.Has(SanctionTags.More | SanctionTags.General)) targets |= SanctionTags.General;
        return targets;
    }

    private bool Hits(SanctionTags target, SanctionTags targets, SanctionTags issuer)
    {
        if (target != SanctionTags.General) return (targets & target) != SanctionTags.None;
        var special = sanctions.Where(s => s.Issuer == issuer && s.Target != SanctionTags.General).Aggregate(SanctionTags.None, (all, s) => all | s.Target);
        return (targets & ~special) != SanctionTags.None;
    }

    private static SanctionTags Nearest(List<Sentence> sentences, int at)
    {
        for (var distance = 1; distance < sentences.Count; distance++)
        {
            if (at - distance >= 0 && (sentences[at - distance].Tags & Issuers) is var before and not SanctionTags.None) return before;
            if (at + distance < sentences.Count && (sentences[at + distance].Tags & Issuers) is var after and not SanctionTags.None) return after;
        }

        return SanctionTags.None;
    }

    private static void Add(string id, WordSpan span, string text, (double Score, string Why) found, List<Mention> mentions) =>
        mentions.Add(new Mention(id, span.In(text).ToString(), span.Start, span.End, found.Score, found.Why));

    private static List<Sentence> Split(string text)
    {
        Span<char> folded = stackalloc char[32];
        var sentences = new List<Sentence>();
        var words = new List<Tagged>();
        var last = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!Letters.IsLetter(text[i]))
            {
                if (EndsSentence(text, i, last) && words.Count > 0)
                {
                    sentences.Add(new Sentence(words));
                    words = [];
                }

                i++;
                continue;
            }

            var span = Words.At(text, i);
            last = span.Length;
            i = Math.Max(span.End, i + 1);
            var word = span.In(text);
            var tags = SanctionWords.Table.TagsOf(folded[..Folding.Fold(word[..Math.Min(word.Length, folded.Length)], folded)], IsCapitals(word));
            if (tags != 0) words.Add(new Tagged(span, (SanctionTags)tags));
        }

        if (words.Count > 0) sentences.Add(new Sentence(words));
        return sentences;
    }

    /// <summary>A point ends a sentence unless it follows one or two letters (U.S., г.) or stands inside a number.</summary>
    private static bool EndsSentence(string text, int i, int lastWord) => text[i] is '\n' or '!' or '?' || (text[i] is '.' && lastWord > 2 && (i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '»'));

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLower(c)) return false;
        return true;
    }

    private static SanctionTags IssuerOf(string issuer) => issuer.ToUpperInvariant() switch
    {
        "US" or "USA" => SanctionTags.Us,
        "EU" => SanctionTags.Eu,
        "UK" or "GB" => SanctionTags.Uk,
        _ => SanctionTags.Other,
    };

    private static SanctionTags TargetOf(string target) => target.ToLowerInvariant() switch
    {
        "potash" or "belaruskali" or "fertiliser" or "fertilizer" => SanctionTags.Potash,
        "belavia" => SanctionTags.Belavia,
        _ => SanctionTags.General,
    };
}
