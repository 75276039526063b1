using Monitor.Core.Claims.Grammar.Dates;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Mentions;
using Monitor.Core.Text;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>Makes the sentences of an item ready: words, phrases of the table, names and their roles, dates, pieces and what triggers stand in them.</summary>
public sealed class Sentencing(Lexicon lexicon, IReadOnlyDictionary<string, Subject> subjects, DateOnly? today)
{
    public IReadOnlyList<Sentence> Of(string whole, IReadOnlyList<Mention> mentions)
    {
        var sentences = new List<Sentence>();
        var title = Math.Max(0, whole.IndexOf('\n', StringComparison.Ordinal));
        foreach (var (start, end) in Sentences.Split(whole))
        {
            var words = Words.In(whole, start, end, lexicon.Language).ToList();
            var sentence = new Sentence { Index = sentences.Count, IsTitle = start < title, Lexicon = lexicon, Words = words, Hits = lexicon.Find(words) };
            sentences.Add(sentence);
            sentence.Refs = Refs(sentence, mentions.Where(m => m.Start < end && m.End > start));
            sentence.Strangers = Strangers.In(sentence);
            sentence.Times = Times.In(sentence, today);
            sentence.Pieces = Pieces.Of(sentence);
            foreach (var piece in sentence.Pieces) piece.Triggers = Triggers.Of(piece);
            Gapping.Add(sentence, sentences);
            Locals.Mark(sentence);
        }

        return sentences;
    }

    private List<SubjectRef> Refs(Sentence sentence, IEnumerable<Mention> mentions)
    {
        var refs = new List<SubjectRef>();
        foreach (var mention in mentions.OrderBy(m => m.Start))
        {
            if (!subjects.TryGetValue(mention.Subject, out var subject)) continue;
            var first = -1;
            var last = -1;
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                if (sentence.Words[i].Start >= mention.End || sentence.Words[i].End <= mention.Start) continue;
                if (first < 0) first = i;
                last = i;
            }

            if (first >= 0) refs.Add(new SubjectRef(subject, first, last, Roles.Of(sentence, subject, first, last, mention.Surface)));
        }

        return refs;
    }
}
