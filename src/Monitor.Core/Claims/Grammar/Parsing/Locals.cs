using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>
/// Tells the pieces that hang on a name: relative clauses ("X, who was jailed"), parentheses ("X (14 years)") and appositions that begin with a
/// participle or a term ("X, sentenced in 2021", "Y, serving ten years"). Fronted ones hang on the name that follows ("Jailed in 2021, X …").
/// </summary>
public static class Locals
{
    private const int Closeness = 3;
    private const int HeadWords = 3;

    /// <summary>"Babaryka and Maxim Znak": and, a given name, a surname.</summary>
    private const int LongestJoint = 3;

    public static void Mark(Sentence sentence)
    {
        foreach (var piece in sentence.Pieces)
        {
            if (piece.Opening == Opening.Relative || piece.Opening == Opening.Parenthesis) Hang(piece, piece.Opening == Opening.Relative);
            else if (piece.Opening is Opening.Comma or Opening.Dash or Opening.Resume && BeginsLikeApposition(piece)) Hang(piece, always: DescribesANoun(piece));
        }
    }

    private static void Hang(Piece piece, bool always)
    {
        var antecedents = Antecedents(piece);
        piece.Antecedents = antecedents;
        piece.IsLocal = always || antecedents.Count > 0;
    }

    /// <summary>"со слов мужчины, недавно вышедшего из колонии, X болен": a participle right behind a plain noun is told of whom the noun means, and of no name behind it.</summary>
    private static bool DescribesANoun(Piece piece)
    {
        var sentence = piece.Sentence;
        if (piece.Index == 0 || piece.Opening != Opening.Comma || piece.Refs.Any() || !piece.Triggers.Any(t => (t.Form == Form.Participle || sentence.Lexicon.ListsEndOf(Cue.ParticipleEnd, sentence.Words[t.First].Folded)) && t.Kind is Watchlist.ClaimKind.Released or Watchlist.ClaimKind.Pardoned)) return false;
        var before = sentence.Pieces[piece.Index - 1];
        return before.Length > 1 && !before.Refs.Any() && !sentence.Times.Any(t => t.Last == before.Last);
    }

    /// <summary>"X, freed in 2021, …"; but in "X and Y — among the freed" the dash stands for "are".</summary>
    private static bool BeginsLikeApposition(Piece piece)
    {
        var sentence = piece.Sentence;
        if (piece.Opening == Opening.Dash && sentence.At(Cue.Among, piece.First)) return false;
        var head = piece.Triggers.FirstOrDefault(t => t.First - piece.First < HeadWords && (t.Form is Form.Participle or Form.Ed || t.Past || t.Kind == Watchlist.ClaimKind.Sentenced || (t.First == piece.First && sentence.Lexicon.ListsEndOf(Cue.ParticipleEnd, sentence.Words[t.First].Folded)) || ((t.First == piece.First || (t.First == piece.First + 1 && sentence.At(Cue.Fresh, piece.First))) && t.Form == Form.Verb && piece.Index > 0 && piece.Opening == Opening.Comma && EndsWithName(sentence.Pieces[piece.Index - 1]))));
        if (head is null || head.Denied || head.Membership || IsFinite(sentence, head)) return false;
        if (piece.Persons.Any(p => p.First <= head.First) || (head.Form is not (Form.Ed or Form.Participle) && Triggers.IsFor(sentence, head.Last + 1))) return false;
        return !sentence.At(Cue.And, piece.First) && !sentence.Has(Cue.Aux, piece.First, head.First);
    }

    /// <summary>"Her co-defendant, the lawyer X, received ten years": a word that is a finite verb and nothing else goes on with the sentence.</summary>
    private static bool IsFinite(Sentence sentence, Trigger head) => sentence.Of(Cue.Got, head.First, head.First).Any(g => g.Entry.Number == 1);

    /// <summary>"X, freed on Monday" hangs on the name; in "X, a laureate, was freed" the comma closes the apposition and the verb is the sentence's own.</summary>
    private static bool EndsWithName(Piece before) => !before.IsLocal && (before.Opening != Opening.Comma || before.Persons.Any());

    /// <summary>The names right before the piece; for a plural ("both of whom") the whole list; through a short apposition ("X, a blogger, who").</summary>
    private static List<SubjectRef> Antecedents(Piece piece)
    {
        var pieces = piece.Sentence.Pieces;
        for (var i = piece.Index - 1; i >= 0; i--)
        {
            var before = pieces[i];
            if (before.IsLocal && (i < piece.Index - 1 || !before.Persons.Any())) continue;
            var persons = before.Refs.Where(r => r.IsPerson && r.Role != Role.Owner).ToList();
            if (persons.Count > 0)
            {
                var near = i == piece.Index - 1 ? before.Last - persons[^1].Last <= Closeness : true;
                if (near && SpeakerBetween(piece, persons[^1].Last + 1, before.Last)) return [];
                if (near && !piece.Sentence.Strangers.Any(s => s.First > persons[^1].Last && s.Last < piece.First)) return Coordinated(persons, piece);
                return (before.Has(Cue.Among) || before.Has(Cue.Member)) && !before.Has(Cue.Not) ? persons : [];
            }

            if (before.Opening != Opening.Comma || before.Length > 5 || before.Triggers.Count > 0 || SpeakerBetween(piece, before.First, before.Last)) return [];
            if (piece.Sentence.Strangers.Any(s => s.First >= before.First && s.Last <= before.Last)) return [];
        }

        return [];
    }

    /// <summary>"X is ill, said a cellmate who was let out in May", "о X рассказала женщина, которая вышла": who speaks stands nearer than the name.</summary>
    private static bool SpeakerBetween(Piece piece, int first, int last) =>
        piece.Opening == Opening.Relative && piece.Triggers.Any(t => t.Form != Form.Noun) && (piece.Sentence.Of(Cue.Say, first, last).Any(s => s.Last < last) || piece.Sentence.Has(Cue.According, first, last));

    /// <summary>"met Babaryka and Znak, who had left prison", "Колесникова та Бабарико, звільнені в суботу": names joined by "and" right before a relative word or a plural are meant together; else the last one.</summary>
    private static List<SubjectRef> Coordinated(List<SubjectRef> persons, Piece piece)
    {
        var joined = new List<SubjectRef> { persons[^1] };
        var several = piece.Opening == Opening.Relative || piece.Triggers.Any(t => piece.Sentence.Lexicon.ListsEndOf(Cue.PluralEnd, piece.Sentence.Words[t.First].Folded));
        if (!several || piece.Has(Cue.He) || piece.Has(Cue.She)) return joined;
        for (var i = persons.Count - 2; i >= 0; i--)
        {
            if (persons[i + 1].First - persons[i].Last > LongestJoint || !piece.Sentence.At(Cue.And, persons[i].Last + 1)) break;
            joined.Add(persons[i]);
        }

        return joined;
    }
}
