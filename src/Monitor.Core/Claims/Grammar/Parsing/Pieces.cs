using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>Cuts a sentence into pieces at its marks, relative words and conjunctions. Quotation marks do not cut.</summary>
public static class Pieces
{
    private const int OnlyBehindComma = 2;

    private const int SaidReach = 5;

    public static IReadOnlyList<Piece> Of(Sentence sentence)
    {
        var pieces = new List<Piece>();
        var first = 0;
        var opening = Opening.Start;
        var insertions = Insertions.In(sentence);
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (insertions.Any(a => a.First <= i && a.Last >= i)) continue;
            if (Mark(sentence, i) is { } next)
            {
                Add(i - 1);
                opening = next == Opening.Comma ? AfterComma(sentence, i + 1) : next;
                first = i + 1;
            }
            else if (i > first && Word(sentence, i) is { } word)
            {
                Add(i - 1);
                opening = word;
                first = i;
            }
        }

        Add(sentence.Words.Count - 1);
        return pieces;

        void Add(int last)
        {
            while (last >= first && sentence.Words[last].IsMark) last--;
            if (last >= first) pieces.Add(new Piece { Index = pieces.Count, Sentence = sentence, First = first, Last = last, Opening = opening });
        }
    }

    private static Opening? Mark(Sentence sentence, int i)
    {
        if (InsideName(sentence, i) || InsideVerb(sentence, i)) return null;
        return sentence.Words[i].Folded switch
        {
            "," => Opening.Comma,
            ":" => Opening.Colon,
            "—" => Opening.Dash,
            "-" => Opening.Dash,
            ";" or "!" or "?" or "…" => Opening.Strong,
            "(" => Opening.Parenthesis,
            ")" => Opening.Resume,
            _ => null,
        };
    }

    private static bool InsideName(Sentence sentence, int i)
    {
        foreach (var r in sentence.Refs)
            if (r.First <= i && r.Last >= i) return true;
        return false;
    }

    /// <summary>A list between the halves of a German or Dutch verb is one piece with it.</summary>
    private static bool InsideVerb(Sentence sentence, int i) => sentence.Words[i].Folded == "," && IsHeld(sentence, i);

    /// <summary>"is back home after two years in jail", "let out the day before": a conjunction inside the words of an act, or of a day, parts nothing.</summary>
    private static bool IsHeld(Sentence sentence, int i)
    {
        foreach (var verb in sentence.Of(Cue.Trigger))
            if (verb.First < i && verb.Last > i) return true;
        return sentence.Of(Cue.DaysBack).Any(d => d.First < i && d.Last >= i);
    }

    /// <summary>What stands in the three words after a comma: "in which" and "з яких" begin with the preposition.</summary>
    private static Opening AfterComma(Sentence sentence, int i)
    {
        for (var j = i; j < Math.Min(i + 3, sentence.Words.Count); j++)
        {
            if (sentence.Words[j].IsMark) break;
            if (sentence.At(Cue.Member, j) || sentence.At(Cue.Among, j)) return Opening.Comma;
            if (Begins(sentence, Cue.Relative, j)) return Opening.Relative;
            if (j == i && Begins(sentence, Cue.Complement, j)) return Opening.Complement;
            if (j == i && Begins(sentence, Cue.But, j)) return Opening.Clause;
            if (sentence.Words[j].Folded.Length > 3 || sentence.Words[j].Capital) break;
        }

        return Opening.Comma;
    }

    /// <summary>Without a comma only words marked with 1 in the table cut (English who, that, but not German der), and words for but that are not marked with 2: "wolność odzyskał natomiast X" is one clause.</summary>
    private static Opening? Word(Sentence sentence, int i)
    {
        foreach (var hit in sentence.Hits)
        {
            if (hit.First != i) continue;
            if (hit.Cue == Cue.Relative && (sentence.At(Cue.Member, i) || sentence.At(Cue.Among, i))) continue;
            if (hit.Cue == Cue.Relative && hit.Entry.Number == 1) return IsSaid(sentence, i) ? Opening.Complement : Opening.Relative;
            if (hit.Cue == Cue.Complement && hit.Entry.Number == 1 && !sentence.At(Cue.Article, i - 1)) return Opening.Complement;
            if (hit.Cue == Cue.But && hit.Entry.Number != OnlyBehindComma && !IsHeld(sentence, i)) return Opening.Clause;
        }

        return null;
    }

    /// <summary>"said that", "annoncé à tort que", "informó el lunes de que": behind a word of saying, and what may stand between, the word for who is the one for that.</summary>
    private static bool IsSaid(Sentence sentence, int i)
    {
        var before = i - 1;
        if (!sentence.At(Cue.Say, before) && sentence.At(Cue.Complement, i))
            while (before > 0 && i - before <= SaidReach && (sentence.At(Cue.Untrue, before) || sentence.At(Cue.Of, before) || sentence.At(Cue.Weekday, before) || sentence.At(Cue.DaysBack, before))) before--;
        return sentence.At(Cue.Say, before);
    }

    private static bool Begins(Sentence sentence, Cue cue, int word)
    {
        foreach (var hit in sentence.Hits)
            if (hit.Cue == cue && hit.First == word) return true;
        return false;
    }
}
