using Monitor.Core.Watchlist;

namespace Monitor.Core.Mentions.Sanctions;

/// <summary>
/// Finds sanctions by issuer + target + Belarus, sentence by sentence: "US … sanctions … Belaruskali" is the US potash sanction wherever
/// the three stand. An issuer named only in another sentence is taken from the last one before, else from the next; a sentence that names no target speaks of the
/// one the item is about. Potash without a sanction, or sanctions on somebody else, are none.
/// </summary>
public sealed class SanctionFinder
{
    private const SanctionTags Issuers = SanctionTags.Us | SanctionTags.Eu | SanctionTags.Uk | SanctionTags.Other;
    private const SanctionTags Special = SanctionTags.Potash | SanctionTags.Belavia;
    private const double Stated = 0.93, Carried = 0.85, ByFirm = 0.7;

    /// <summary>Of several issuers in a sentence, those so many words before the sanction ("American but not European sanctions") or behind it are its.</summary>
    private const int ReachBefore = 6, ReachBehind = 3;

    /// <summary>"The United States and the European Union": so near to the next issuer, the first is one of a list.</summary>
    private const int ReachOfList = 4;

    private readonly List<(string Id, SanctionTags Issuer, SanctionTags Target)> sanctions;

    public SanctionFinder(IReadOnlyList<Subject> watchlist)
    {
        sanctions = [.. watchlist.OfType<Sanction>().Select(s => (s.Id, TagsOf(s).Issuer, TagsOf(s).Target))];
    }

    public static (SanctionTags Issuer, SanctionTags Target) TagsOf(Sanction sanction) => (IssuerOf(sanction.Issuer), TargetOf(sanction.Target));

    /// <summary>False for an item that can name no sanction, told without allocating: no sanction word, or no word of Belarus (unless persons of ours are named).</summary>
    public bool MayName(ReadOnlySpan<char> title, ReadOnlySpan<char> text, bool namesPersons)
    {
        if (sanctions.Count == 0) return false;
        var tags = SanctionSentence.TagsIn(title) | SanctionSentence.TagsIn(text);
        return (tags & (SanctionTags.Sanction | SanctionTags.Weak | SanctionTags.Lift | SanctionTags.PotashFirm | Special)) != SanctionTags.None
            && (namesPersons || (tags & SanctionTags.Belarus) != SanctionTags.None || ItemContext.Of(title).SpeaksOfBelarus || ItemContext.Of(text).SpeaksOfBelarus);
    }

    public void Find(string text, ItemContext context, List<Mention> mentions)
    {
        var sentences = SanctionSentence.Split(text);
        if (!context.SpeaksOfBelarus && mentions.Count == 0 && !sentences.Any(s => s.Has(SanctionTags.Belarus))) return;
        var aboutOther = sentences.Count > 0 && sentences[0].Has(SanctionTags.OtherCountry) && !sentences[0].Has(SanctionTags.Belarus);
        var topic = sentences.Where(s => s.Has(SanctionTags.Sanction | SanctionTags.Weak | SanctionTags.Lift | SanctionTags.PotashFirm | SanctionTags.Belavia)).Aggregate(SanctionTags.None, (all, s) => all | TargetsIn(s)) & Special;
        var going = false;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            going = Sanctioning(sentence, going);
            if (going && !sentence.IsOnAnotherCountry && !(aboutOther && !sentence.Has(SanctionTags.PotashFirm | SanctionTags.Belavia)))
                NameSanctions(sentences, i, topic, text, mentions);
            if (!going || !sentences.Any(s => s.Has(Issuers | SanctionTags.UsVoice))) NameFirms(sentence, context, text, mentions);
        }
    }

    /// <summary>Whether a sentence speaks of a sanction: by its word; by a weaker one, or one of allowing, beside issuer and target; by lifting "the rest" after such a sentence.</summary>
    private static bool Sanctioning(SanctionSentence sentence, bool before)
    {
        if (sentence.Has(SanctionTags.Sanction)) return true;
        if (sentence.Has(SanctionTags.Permit) && (sentence.Has(Issuers | SanctionTags.UsVoice) ? sentence.Has(Special | SanctionTags.PotashFirm) : sentence.Has(SanctionTags.PotashFirm))) return true;
        if (sentence.Has(SanctionTags.Weak) && sentence.Has(SanctionTags.PotashFirm | SanctionTags.Belavia)) return true;
        var bound = sentence.Has(SanctionTags.Belarus | Special | SanctionTags.General | SanctionTags.More) || before;
        if (sentence.Has(SanctionTags.Weak) && sentence.Has(Issuers | SanctionTags.UsVoice) && bound) return true;
        if (before && ((sentence.Has(SanctionTags.Lift) && sentence.Has(SanctionTags.More | SanctionTags.General)) || (sentence.Has(SanctionTags.Weak) && bound))) return true;
        return sentence.Has(SanctionTags.PotashFirm | SanctionTags.Belavia) && (before || sentence.Has(Issuers));
    }

    private void NameSanctions(List<SanctionSentence> sentences, int at, SanctionTags topic, string text, List<Mention> mentions)
    {
        var sentence = sentences[at];
        var stated = IssuersOf(sentence);
        var issuers = stated != SanctionTags.None ? stated : Nearest(sentences, at);
        var targets = TargetsIn(sentence);
        if (sentence.Has(SanctionTags.Airline)) targets |= topic & SanctionTags.Belavia;

        // What two issuers do together is no one's special sanction.
        var together = ((stated & Issuers) & ((stated & Issuers) - 1)) != SanctionTags.None;
        if (targets == SanctionTags.None) targets = topic != SanctionTags.None && !together ? topic : SanctionTags.General;
        if (sentence.Has(SanctionTags.More) || sentence.NamesGeneral) targets |= SanctionTags.General;
        var (word, why) = (sentence.First(SanctionTags.Sanction, SanctionTags.Weak, SanctionTags.Lift, SanctionTags.PotashFirm | SanctionTags.Belavia), stated != SanctionTags.None ? "issuer, target and the sanction stand in one sentence about Belarus" : "the sanction and its target in one sentence, the issuer in another of the item");
        foreach (var (id, issuer, target) in sanctions)
        {
            if (!Hits(target, targets, issuer)) continue;
            var voiced = issuer == SanctionTags.Us && (issuers & Issuers) == SanctionTags.None && (issuers & SanctionTags.UsVoice) != SanctionTags.None;
            // An envoy's word alone does not make "sanctions" those of his country, unless their target is named.
            if (voiced && target == SanctionTags.General && stated == SanctionTags.None && !sentence.Has(SanctionTags.More)) continue;
            if ((issuers & issuer) == SanctionTags.None && !voiced) continue;
            var span = (Anchor(sentence, issuer, target, issuers) ?? word).Span;
            mentions.Add(new Mention(id, span.In(text).ToString(), span.Start, span.End, stated != SanctionTags.None ? Stated : Carried, why));
        }
    }

    /// <summary>The word that tells this sanction from the others of its sentence: its target, else, where several issuers are named, its issuer.</summary>
    private static SanctionWord? Anchor(SanctionSentence sentence, SanctionTags issuer, SanctionTags target, SanctionTags issuers)
    {
        var several = (issuers & Issuers & ~issuer) != SanctionTags.None;
        var telling = target == SanctionTags.General ? several ? issuer : SanctionTags.None : target == SanctionTags.Potash ? target | SanctionTags.PotashFirm : target;
        return telling != SanctionTags.None && sentence.Has(telling) ? sentence.First(telling) : null;
    }

    /// <summary>The firm or the good under sanction in an item about Belarus's prisoners: the bargain itself. An item with an issuer is left to the rule above.</summary>
    private void NameFirms(SanctionSentence sentence, ItemContext context, string text, List<Mention> mentions)
    {
        if (!context.SpeaksOfPrison || !sentence.Has(Special | SanctionTags.PotashFirm) || !sentence.Has(SanctionTags.Belarus)) return;
        foreach (var (id, _, target) in sanctions)
        {
            var firm = target == SanctionTags.Potash ? SanctionTags.PotashFirm | SanctionTags.Potash : target;
            if (target == SanctionTags.General || !sentence.Has(firm)) continue;
            var word = sentence.First(firm);
            mentions.Add(new Mention(id, word.Span.In(text).ToString(), word.Span.Start, word.Span.End, ByFirm, "what is under sanction is named in an item about Belarus's prisoners"));
        }
    }

    private static SanctionTags TargetsIn(SanctionSentence sentence)
    {
        var targets = sentence.Tags & Special;
        if (sentence.Has(SanctionTags.PotashFirm)) targets |= SanctionTags.Potash;
        if (sentence.Has(SanctionTags.Airline) && sentence.Has(SanctionTags.Belarus)) targets |= SanctionTags.Belavia;
        return targets;
    }

    /// <summary>A general regime takes what no special subject of the same issuer stands for.</summary>
    private bool Hits(SanctionTags target, SanctionTags targets, SanctionTags issuer)
    {
        if (target != SanctionTags.General) return (targets & target) != SanctionTags.None;
        var special = sanctions.Where(s => s.Issuer == issuer && s.Target != SanctionTags.General).Aggregate(SanctionTags.None, (all, s) => all | s.Target);
        return (targets & ~special) != SanctionTags.None;
    }

    private static SanctionTags IssuersOf(SanctionSentence sentence)
    {
        var all = sentence.Tags & (Issuers | SanctionTags.UsVoice);
        if ((all & (all - 1)) == SanctionTags.None) return all;
        var near = SanctionTags.None;
        foreach (var word in sentence.Words)
            if (NamesIssuer(word) && (IsNearSanction(sentence, word) || sentence.Words.Any(next => NamesIssuer(next) && next.Ordinal - word.Ordinal is > 0 and <= ReachOfList && IsNearSanction(sentence, next))))
                near |= word.Tags & (Issuers | SanctionTags.UsVoice);
        return near != SanctionTags.None ? near : all;
    }

    private static bool NamesIssuer(SanctionWord word) => (word.Tags & (Issuers | SanctionTags.UsVoice)) != SanctionTags.None;

    private static bool IsNearSanction(SanctionSentence sentence, SanctionWord issuer) =>
        sentence.Words.Any(w => (w.Tags & (SanctionTags.Sanction | SanctionTags.Weak)) != SanctionTags.None && w.Ordinal - issuer.Ordinal is >= -ReachBehind and <= ReachBefore);

    private static SanctionTags Nearest(List<SanctionSentence> sentences, int at)
    {
        for (var i = at - 1; i >= 0; i--)
            if ((sentences[i].Tags & (Issuers | SanctionTags.UsVoice)) is var before and not SanctionTags.None) return before;
        for (var i = at + 1; i < sentences.Count; i++)
            if ((sentences[i].Tags & (Issuers | SanctionTags.UsVoice)) is var after and not SanctionTags.None) return after;

        return SanctionTags.None;
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
