using System.Globalization;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>
/// What of a piece says that something happened. A word of the table alone is not enough where it is used as an adjective
/// ("the detained blogger") or needs a term of years ("got ten years", "serving 14 years", "in prison since 2021").
/// </summary>
public static class Triggers
{
    private const int ShortestTerm = 1;
    private const int LongestTerm = 25;
    private const int OnlyAtTheEnd = 2;
    private const int BeforeHeadline = 4, BehindHeadline = 2;

    /// <summary>"for the Nobel laureate X".</summary>
    private const int BeforeName = 4;

    /// <summary>Marks verbs of sending somewhere: with a term of years behind them they tell a sentence, not a transfer.</summary>
    private const int Sent = 1;

    private const int BehindSent = 6;
    private const int BehindThose = 3;

    /// <summary>Marks phrases that say of a sanction, not of a person, that nothing changed.</summary>
    private const int InForce = 1;

    /// <summary>Marks bare words that can call for the act ("free").</summary>
    private const int VerbToo = 1;

    /// <summary>Marks articles that begin an object: the, its, his.</summary>
    private const int Determiner = 1;

    public static IReadOnlyList<Trigger> Of(Piece piece)
    {
        var sentence = piece.Sentence;
        var found = new List<Trigger>();
        foreach (var hit in sentence.Of(Cue.Trigger, piece.First, piece.Last))
        {
            if (hit.Entry.Form == Form.Participle && !IsPredicate(piece, hit)) continue;
            if (hit.Entry.Form == Form.Headline && !IsHeadline(piece, hit)) continue;
            var form = IsImperative(piece, hit) ? Form.Infinitive : hit.Entry.Form;
            if (hit.Entry.Form == Form.Ed && IsAdjective(piece, hit)) continue;
            if (hit.Entry.Kind == ClaimKind.Released && OtherOutcomes.Of(piece, hit)) continue;
            if (hit.Entry.Kind == ClaimKind.Transferred && sentence.Of(Cue.Country).Any(c => c.First > hit.First && c.First - hit.Last <= 3 && c.Entry.Code != "RU")) continue;
            found.Add(new Trigger(IsSentAway(piece, hit) ? ClaimKind.Sentenced : hit.Entry.Kind, form, hit.First, hit.Last));
        }

        foreach (var kept in sentence.Of(Cue.Kept, piece.First, piece.Last).Where(k => !IsOfThose(sentence, k.First))) found.Add(new Trigger(kept.Entry.Number == InForce ? ClaimKind.Lifted : ClaimKind.Released, Form.Verb, kept.First, kept.Last) { Denied = true });
        if (!found.Exists(t => t.Denied && !t.IsSanction)) AddStillHeld(piece, found);
        found.RemoveAll(t => IsSwallowed(t, found));
        AddTerms(piece, found);
        AddHeld(piece, found);
        foreach (var member in sentence.Of(Cue.Member, piece.First, piece.Last).Where(m => m.Entry.Number != OnlyAtTheEnd || m.Last == piece.Last || sentence.Of(Cue.Trigger).Any(h => h.Entry.Kind is ClaimKind.Released or ClaimKind.Pardoned)))
            found.Add(new Trigger(ClaimKind.Released, Form.Verb, member.First, member.Last) { Membership = true, Ellipsis = member.Entry.Number > 0 });
        found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Last.CompareTo(b.Last));
        return found;
    }

    /// <summary>"sent him to a penal colony for seven years".</summary>
    private static bool IsSentAway(Piece piece, Hit hit) =>
        hit.Entry is { Kind: ClaimKind.Transferred, Number: Sent } && TermsIn(piece.Sentence, piece.First, piece.Last).Any(t => t.First > hit.First && t.First - hit.Last <= BehindSent);

    /// <summary>"Free X now!": a word that is a verb too, right before a name.</summary>
    private static bool IsImperative(Piece piece, Hit hit) =>
        hit.Entry is { Form: Form.Headline, Number: VerbToo } && hit.First == piece.First && piece.Refs.Any(r => r.First - hit.Last is 1 or 2 && piece.Sentence.Words[hit.Last + 1].Capital);

    /// <summary>A bare word says it in a title, beside a name ("X out", "X, free at last, …"), and anywhere before a colon ("Out: X, Y").</summary>
    private static bool IsHeadline(Piece piece, Hit hit)
    {
        var sentence = piece.Sentence;
        if (hit.First == piece.First && hit.Last + 1 < sentence.Words.Count && sentence.Words[hit.Last + 1].Folded == ":") return true;
        var opens = piece.Opening == Opening.Comma && hit.First == piece.First;
        return sentence.IsTitle && sentence.Refs.Any(r => (r.Last < hit.First && hit.First - r.Last <= BeforeHeadline && (r.First >= piece.First || opens)) || (r.First > hit.Last && r.Last <= piece.Last && r.First - hit.Last <= BehindHeadline));
    }

    /// <summary>"agreed to drop sanctions" is no new sanction, "impose new sanctions" is one act, and who "remains imprisoned" is not taken now: a wide phrase that holds one of the contrary sense gives way to it, a word inside a denial to the denial.</summary>
    private static bool IsSwallowed(Trigger trigger, List<Trigger> found) => trigger switch
    {
        { Kind: ClaimKind.Tightened, Form: Form.Infinitive } when found.Exists(t => t.Kind == ClaimKind.Imposed && t.First < trigger.First) => true,
        { Kind: ClaimKind.Imposed or ClaimKind.Tightened } => found.Exists(t => t.Kind is ClaimKind.Lifted or ClaimKind.Eased && t.First > trigger.First && t.Last <= trigger.Last),
        { Kind: ClaimKind.Detained } => found.Exists(t => t.Denied && t.First <= trigger.First && t.Last >= trigger.Last),
        _ => false,
    };

    /// <summary>A participle is a predicate after an auxiliary, after "among", at the head of an apposition, or after the name.</summary>
    private static bool IsPredicate(Piece piece, Hit hit)
    {
        var sentence = piece.Sentence;
        for (var j = hit.First - 1; j >= Math.Max(piece.First, hit.First - 2) && !sentence.Words[j].IsMark; j--)
            if ((sentence.At(Cue.Number, j) || int.TryParse(sentence.Words[j].Folded, CultureInfo.InvariantCulture, out _)) && !sentence.Times.Any(t => t.First <= j && t.Last >= j)) return true;
        for (var j = hit.First - 1; j >= Math.Max(piece.First, hit.First - 4); j--)
            if (sentence.At(Cue.Aux, j) || sentence.At(Cue.Among, j) || sentence.At(Cue.Member, j) || sentence.Hits.Any(h => h.Cue is Cue.He or Cue.She && h.First == j && h.Entry.Number == 0)) return true;
        if (hit.First > piece.First && sentence.At(Cue.DaysBack, hit.First - 1)) return true;
        for (var j = hit.Last + 1; j <= Math.Min(piece.Last, hit.Last + 2); j++)
            if (sentence.At(Cue.Aux, j) || sentence.At(Cue.DaysBack, j)) return true;
        if (hit.First - piece.First <= 2 && piece.Opening is Opening.Comma or Opening.Relative or Opening.Parenthesis or Opening.Dash or Opening.Resume && !NameFollows(piece, hit, 3)) return true;
        return sentence.Refs.Any(r => r.First >= piece.First && r.Last < hit.First && hit.First - r.Last <= 4 && !sentence.Refs.Any(o => o.First > hit.Last && o.First - hit.Last <= 2));
    }

    /// <summary>English "-ed" after an article or preposition, or at the head with the name close behind, describes: "detained blogger Ihar Losik"; before a determiner it is a verb: "and arrested its editor".</summary>
    private static bool IsAdjective(Piece piece, Hit hit)
    {
        var sentence = piece.Sentence;
        var before = hit.First - 1;
        if (hit.Length > 1 || sentence.Of(Cue.Article, hit.Last + 1, hit.Last + 1).Any(a => a.Entry.Number == Determiner)) return false;
        for (var j = hit.Last + 1; j <= Math.Min(piece.Last, hit.Last + 3); j++)
            if (sentence.At(Cue.Among, j)) return false;
        if (before >= piece.First && (sentence.At(Cue.Among, before) || sentence.At(Cue.Aux, before) || sentence.At(Cue.Had, before))) return false;
        if (before >= piece.First && sentence.Words[before].Folded.EndsWith("'s", StringComparison.Ordinal) && hit.Last < piece.Last) return true;
        if (before >= piece.First && sentence.At(Cue.Article, before)) return !sentence.Has(Cue.Among, piece.First, before);
        if (before < piece.First && piece.Opening is Opening.Start or Opening.Strong or Opening.Complement or Opening.Clause) return !IsFronted(piece) && (NameFollows(piece, hit, 4) || piece.Last > hit.Last + 1);
        return false;
    }

    /// <summary>"Freed on Saturday, X is …": with a day or a year, and the name right behind the comma, it tells an act.</summary>
    private static bool IsFronted(Piece piece) =>
        piece.Opening == Opening.Start && !piece.Refs.Any() && piece.Sentence.Times.Any(t => t.First <= piece.Last)
        && piece.Sentence.Refs.Any(r => r.IsPerson && r.First > piece.Last && !piece.Sentence.Words.Skip(piece.Last + 1).Take(r.First - piece.Last - 1).Any(w => !w.IsMark && !w.Capital));

    private static bool NameFollows(Piece piece, Hit hit, int within) => piece.Refs.Any(r => r.First > hit.Last && r.First - hit.Last <= within);

    private static void AddStillHeld(Piece piece, List<Trigger> found)
    {
        foreach (var held in piece.Sentence.Of(Cue.Held, piece.First, piece.Last))
        {
            var still = piece.Sentence.Of(Cue.Still, piece.First, piece.Last).FirstOrDefault(s => Math.Abs(s.First - held.First) <= 6);
            if (still.Entry is null || IsOfThose(piece.Sentence, Math.Min(still.First, held.First))) continue;
            found.Add(new Trigger(ClaimKind.Released, Form.Verb, Math.Min(still.First, held.First), Math.Max(still.Last, held.Last)) { Denied = true });
            return;
        }
    }

    /// <summary>"she thinks of those still in prison", "others remain behind bars": a state told of whoever else is meant.</summary>
    private static bool IsOfThose(Sentence sentence, int state)
    {
        for (var i = state - 1; i >= Math.Max(0, state - BehindThose) && !sentence.Words[i].IsMark && !sentence.Refs.Any(r => r.First <= i && r.Last >= i); i--)
            if (sentence.At(Cue.Those, i)) return !sentence.Refs.Any(r => r.IsPerson && r.First > state);
        return false;
    }

    private static void AddTerms(Piece piece, List<Trigger> found)
    {
        var sentence = piece.Sentence;
        foreach (var term in TermsIn(sentence, piece.First, piece.Last))
        {
            if (found.Exists(t => t.Kind == ClaimKind.Sentenced && t.Form != Form.Infinitive && Math.Abs(t.First - term.First) <= 10)) continue;
            if (Near(sentence, Cue.Faces, term, piece) is { } faces) found.Add(new Trigger(ClaimKind.Sentenced, Form.Infinitive, faces.First, faces.Last));
            else if (Near(sentence, Cue.Serving, term, piece) is { } serving) found.Add(new Trigger(ClaimKind.Sentenced, Form.Verb, serving.First, serving.Last) { Past = true });
            else if (Near(sentence, Cue.Got, term, piece) is { } got) found.Add(new Trigger(ClaimKind.Sentenced, Form.Verb, got.First, Math.Max(got.Last, got.First)));
            else if (sentence.Lexicon.IsTerm(sentence.Words[term.First].Folded) || sentence.At(Cue.Term, term.First)) found.Add(new Trigger(ClaimKind.Sentenced, Form.Noun, term.First, term.Last));
            else if (IsToldByTerm(piece, term) && !found.Exists(t => t.IsVerb)) found.Add(new Trigger(ClaimKind.Sentenced, Form.Verb, term.First, term.Last));
        }

        foreach (var serving in sentence.Of(Cue.Serving, piece.First, piece.Last).Where(s => s.Length > 1 && !found.Exists(t => t.Kind == ClaimKind.Sentenced && t.First == s.First)))
            found.Add(new Trigger(ClaimKind.Sentenced, Form.Verb, serving.First, serving.Last) { Past = true });
    }

    /// <summary>"Ten years for X", "X: 10 лет колонии", but not "Three years without X": a term with a name in a title is a verdict where nothing but "for" or a prison stands between or behind.</summary>
    private static bool IsVerdict(Piece piece, (int First, int Last) term)
    {
        var sentence = piece.Sentence;
        if (sentence.Has(Cue.After, piece.First, term.First) || sentence.Has(Cue.Since, piece.First, piece.Last)) return false;
        var next = term.Last + 1;
        if (next > piece.Last) return true;
        return IsFor(sentence, next) || sentence.At(Cue.Prison, next) || piece.Refs.Any(r => r.First == next);
    }

    /// <summary>"ten years for X".</summary>
    public static bool IsFor(Sentence sentence, int word) =>
        word < sentence.Words.Count && sentence.Lexicon.Lists(Cue.For, sentence.Words[word].Folded);

    /// <summary>A term that says by where it stands, and without a verb, that somebody got it.</summary>
    private static bool IsToldByTerm(Piece piece, (int First, int Last) term) =>
        piece.Refs.Any() ? (piece.Sentence.IsTitle && IsVerdict(piece, term)) || IsReadOut(piece, term) : IsBareVerdict(piece, term);

    /// <summary>"18 лет колонии блогеру", "Dieci anni di carcere: il tribunale ha colpito X": a title, or what stands before a colon, that begins with a term in prison and has no name.</summary>
    private static bool IsBareVerdict(Piece piece, (int First, int Last) term)
    {
        var sentence = piece.Sentence;
        if (term.First != piece.First || piece.Opening != Opening.Start || !sentence.At(Cue.Prison, term.Last + 1) || sentence.IsQuestion) return false;
        if (piece.Has(Cue.Not) || piece.Has(Cue.Ago) || piece.Has(Cue.Since) || sentence.Has(Cue.Demand) || sentence.Has(Cue.Faces)) return false;
        return sentence.IsTitle ? sentence.Pieces.Count == 1 : (piece.Last + 1 < sentence.Words.Count && sentence.Words[piece.Last + 1].Folded == ":");
    }

    /// <summary>
    /// "read out the terms: a decade for X", "Ten years in a penal colony for X, nine for Y.": behind a colon, or at the head of a sentence that ends its clause with the
    /// name, a term for a name is a verdict, unless it is only asked for.
    /// </summary>
    private static bool IsReadOut(Piece piece, (int First, int Last) term)
    {
        var sentence = piece.Sentence;
        if (sentence.Has(Cue.Faces) || sentence.Has(Cue.Demand) || piece.Has(Cue.Maybe) || piece.Has(Cue.Not)) return false;
        if (sentence.Pieces.Any(p => p.Opening == Opening.Colon && p.Index <= piece.Index)) return IsFor(sentence, term.Last + 1) && piece.Refs.Any(r => r.IsPerson && r.First > term.Last);
        if (piece.Opening is not (Opening.Start or Opening.Strong) || term.First - piece.First > 1 || piece.Persons.LastOrDefault() is not { } named || !OnlyNamesFollow(piece, named.Last)) return false;
        return sentence.At(Cue.Prison, term.Last + 1) || Enumerable.Range(term.Last + 1, Math.Max(0, named.First - term.Last - 1)).Any(i => IsFor(sentence, i) && named.First - i <= BeforeName);
    }

    /// <summary>The clause ends with the name, or with others joined to it.</summary>
    private static bool OnlyNamesFollow(Piece piece, int named) =>
        Enumerable.Range(named + 1, piece.Last - named).All(i => piece.Sentence.Words[i].Capital || piece.Sentence.At(Cue.And, i));

    /// <summary>Terms of years: a number with the word for years within two words, "14-year", or a word that is a term by itself. "In two years", "впервые за два года" tell how long something took.</summary>
    public static IEnumerable<(int First, int Last)> TermsIn(Sentence sentence, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (sentence.Lexicon.IsTerm(sentence.Words[i].Folded) || sentence.At(Cue.Term, i))
            {
                yield return (i, i);
                continue;
            }

            if (!IsYears(sentence, i)) continue;
            for (var j = i + 1; j <= Math.Min(last, i + 3); j++)
            {
                var unit = sentence.Hits.FirstOrDefault(h => h.Cue == Cue.Unit && h.First == j && h.Entry.Number == 365);
                if (unit.Entry is null) continue;
                var ago = sentence.At(Cue.Ago, unit.Last + 1) || (i > 0 && (sentence.At(Cue.Ago, i - 1) || sentence.At(Cue.After, i - 1) || sentence.Lexicon.Lists(Cue.Span, sentence.Words[i - 1].Folded)));
                if (!ago) yield return (i, unit.Last);
                i = unit.Last;
                break;
            }
        }
    }

    private static bool IsYears(Sentence sentence, int i)
    {
        var word = sentence.Words[i].Folded.Replace(',', '.');
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)) return n is >= ShortestTerm and <= LongestTerm;
        return sentence.Hits.Any(h => h.Cue == Cue.Number && h.First == i && h.Entry.Number <= LongestTerm);
    }

    private static Hit? Near(Sentence sentence, Cue cue, (int First, int Last) term, Piece piece)
    {
        Hit? nearest = null;
        foreach (var hit in sentence.Of(cue, piece.First, piece.Last))
        {
            var distance = hit.Last < term.First ? term.First - hit.Last : hit.First - term.Last;
            if (distance is > 0 and <= 9) nearest = hit;
        }

        return nearest;
    }

    /// <summary>"in prison since 2021", "had been in a remand jail", "spent five years behind bars": an arrest of the past.</summary>
    private static void AddHeld(Piece piece, List<Trigger> found)
    {
        if (found.Exists(t => t.Denied || t.Kind == ClaimKind.Detained)) return;
        var sentence = piece.Sentence;
        foreach (var held in sentence.Of(Cue.Held, piece.First, piece.Last))
        {
            if (!sentence.Times.Any(t => t.Since && t.Date is not null && t.First >= piece.First && t.First <= piece.Last)) continue;
            found.Add(new Trigger(ClaimKind.Detained, Form.Verb, held.First, held.Last) { Past = true });
            return;
        }
    }
}
