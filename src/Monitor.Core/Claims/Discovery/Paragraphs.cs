using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Mentions;

namespace Monitor.Core.Claims.Discovery;

/// <summary>
/// Whether what a paragraph tells happens in Belarus, and of prisoners. It names Belarus or somebody of the list, or what it goes on from does. One that names another country may
/// tell of that one ("arrested in Iran"); a headline goes with the text below it, for a digest tells several stories; the lines of a list go with the words above the list.
/// </summary>
internal sealed class Paragraphs(Story story)
{
    /// <summary>The words about its war are what people in Belarus are jailed for: it says nothing of where.</summary>
    private static readonly string[] Russia = ["russia", "росси", "расі", "расе", "росі", "rosj", "rosyj", "russl", "russi"];

    private readonly List<Paragraph> _all = Split(story);

    public bool AreOfBelarus(Sentence sentence)
    {
        var number = NumberOf(sentence);
        var own = _all[number];
        if (own.IsOfBelarus) return !IsOfElsewhere(sentence);
        if (own.IsOfElsewhere) return false;
        if (own.NamesCountry) return IsOfBelarus(number - 1) && IsOfBelarus(number + 1);
        if (!own.IsProse && (number == 0 || IsProse(number + 1))) return IsOfBelarus(number + 1);
        if (IsOfBelarus(Above(number))) return true;

        // The lead of a text may say only in its next paragraph where it happened; later on, or under a headline, a new story begins there.
        return IsOfBelarus(number + 1) && IsProse(number + 1) && !_all.Take(number).Any(p => p.IsOfBelarus);
    }

    /// <summary>Whether the paragraph, or the title, speaks of arrest, trial or prison: most who die were never held.</summary>
    public bool AreOfPrison(Sentence sentence) => _all[NumberOf(sentence)].Context.SpeaksOfPrison || _all[0].Context.SpeaksOfPrison;

    /// <summary>The paragraph that this one goes on from: the one above, or above the list it is a line of.</summary>
    private int Above(int number)
    {
        var above = number - 1;
        if (_all[number].IsProse) return above;
        while (above > 0 && _all[above] is { IsProse: false, IsOfBelarus: false, NamesCountry: false }) above--;
        return above;
    }

    /// <summary>"Belarus freed ten; on the same day X was arrested in Tehran": the sentence names its own country.</summary>
    private bool IsOfElsewhere(Sentence sentence) =>
        sentence.Refs.Count == 0 && !sentence.Has(Cue.Belarus) && ItemContext.Of(sentence.Text(story.Whole, 0, sentence.Words.Count - 1)) is { Belarus: 0 } context
        && context.Elsewhere > OfRussia(sentence);

    private static int OfRussia(Sentence sentence) => sentence.Words.Count(w => Array.Exists(Russia, stem => w.Folded.StartsWith(stem, StringComparison.Ordinal)));

    private bool IsOfBelarus(int number) => number >= 0 && number < _all.Count && _all[number].IsOfBelarus;

    private bool IsProse(int number) => number < _all.Count && _all[number].IsProse;

    private int NumberOf(Sentence sentence) => Math.Max(0, _all.FindLastIndex(p => p.Start <= sentence.Words[0].Start));

    private static List<Paragraph> Split(Story story)
    {
        var all = new List<Paragraph>();
        var start = 0;
        foreach (var line in story.Whole.AsSpan().EnumerateLines())
        {
            var at = story.Whole.AsSpan(start).IndexOf(line) + start;
            start = at + line.Length;
            if (line.IsWhiteSpace()) continue;
            var end = start;
            var sentences = story.Sentences.Where(s => s.Words[0].Start >= at && s.Words[0].Start < end).ToList();
            var context = ItemContext.Of(line);
            all.Add(new Paragraph(at, context, sentences.Exists(s => s.Has(Cue.Belarus) || s.Refs.Count > 0), sentences.Exists(s => s.Has(Cue.Country)), context.Elsewhere > sentences.Sum(OfRussia), line.TrimEnd()[^1] is '.' or '!' or '?' or '…' or '"' or '”' or '»' or ')'));
        }

        return all;
    }

    /// <param name="IsProse">It ends like a sentence; a headline and the line of a list do not.</param>
    private sealed record Paragraph(int Start, ItemContext Context, bool NamesBelarus, bool NamesCountry, bool IsOfElsewhere, bool IsProse)
    {
        public bool IsOfBelarus => NamesBelarus || Context.SpeaksOfBelarus;
    }
}
