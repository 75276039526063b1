using System.Globalization;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>
/// After one sentence has been told with its years, the next ones leave the word out: "Zenkovich got 11 years; Feduta and Kostusev received 10
/// each", "Stefanovich nine, Labkovich seven". A number beside a name then is a term too.
/// </summary>
public static class Gapping
{
    private const int LongestTerm = 25;
    private const int Reach = 3;
    private const int ShortPiece = 7;
    private const int LongestShared = 12;

    public static void Add(Sentence sentence, IReadOnlyList<Sentence> before)
    {
        var told = before.Count > 1 && before[^2].Pieces.Any(TellsSentence);
        foreach (var piece in sentence.Pieces)
        {
            if (TellsSentence(piece))
            {
                told = true;
                continue;
            }

            if (Shared(piece) is { } shared) piece.Triggers = [shared];
            told |= IsVerdict(piece);
            if (FollowsTermAndDash(piece, told))
            {
                var named = piece.Persons.First();
                piece.Triggers = [new Trigger(ClaimKind.Sentenced, Form.Verb, named.First, named.First)];
                told = true;
            }

            if (!told || !(piece.Refs.Any(r => r.IsPerson) || FollowsNameAndDash(piece) || GoesOnFromName(piece))) continue;
            if (Number(piece) is not { } number) continue;
            piece.Triggers = [.. piece.Triggers, new Trigger(ClaimKind.Sentenced, Form.Verb, number, number)];
        }
    }

    /// <summary>
    /// "X has arrived at the colony in Horki, Y in Shklou", "X забрали с дачи, Y — с квартиры": a short piece with a name and the preposition that stood behind the verb shares that verb.
    /// </summary>
    private static Trigger? Shared(Piece piece)
    {
        var sentence = piece.Sentence;
        if (piece.Triggers.Count > 0 || piece.Index == 0 || piece.Length > LongestShared) return null;
        var dash = piece.Opening == Opening.Dash && !piece.Refs.Any() && sentence.Pieces[piece.Index - 1] is { Triggers.Count: 0 } names && names.Refs.Any(r => r.IsPerson) ? names : null;
        var told = sentence.Pieces[(dash ?? piece).Index == 0 ? 0 : (dash ?? piece).Index - 1];
        if (told == piece || told.Triggers.Select(t => t.Kind).Distinct().Count() != 1 || told.Triggers[0] is not { IsVerb: true, Denied: false, Membership: false, Kind: ClaimKind.Detained or ClaimKind.Transferred } verb) return null;
        if (dash is null && (piece.Opening != Opening.Comma || !piece.Refs.Any(r => r.IsPerson && r.First - piece.First <= Reach))) return null;
        var place = dash is null ? piece.Refs.First(r => r.IsPerson).Last + 1 : piece.First;
        if (place > piece.Last || !Enumerable.Range(verb.First, told.Last - verb.First + 1).Any(i => sentence.Words[i].Folded == sentence.Words[place].Folded)) return null;
        return verb with { First = place, Last = place };
    }

    /// <summary>"Марии Колесниковой — 11 лет колонии": a dash between a name and a term in prison.</summary>
    private static bool IsVerdict(Piece piece) =>
        FollowsNameAndDash(piece) && Triggers.TermsIn(piece.Sentence, piece.First, piece.Last).Any(t => t.First == piece.First && piece.Sentence.At(Cue.Prison, t.Last + 1));

    /// <summary>"десять лет колонии — Беляцкому, девять — Стефановичу": the term stands before the dash, who is to serve it behind it.</summary>
    private static bool FollowsTermAndDash(Piece piece, bool told)
    {
        if (piece is not { Opening: Opening.Dash, Index: > 0, Triggers.Count: 0 } || !piece.Persons.Any(p => p.First - piece.First <= Reach)) return false;
        var (sentence, before) = (piece.Sentence, piece.Sentence.Pieces[piece.Index - 1]);
        if (told && IsTerm(sentence, before.Last)) return true;
        return !before.Triggers.Any(t => t.IsVerb) && !before.Has(Cue.Faces) && Triggers.TermsIn(sentence, before.First, before.Last).Any(t => t.First - before.First <= 1 && (told || sentence.At(Cue.Prison, t.Last + 1)));
    }

    /// <summary>"Znak, in the cage beside her, was given ten": the verb goes on from the name before an aside.</summary>
    private static bool GoesOnFromName(Piece piece) =>
        piece is { Opening: Opening.Comma or Opening.Resume, Index: > 1, Triggers.Count: 0 } && piece.Sentence.At(Cue.Got, piece.First)
        && piece.Sentence.Pieces[piece.Index - 1] is { Triggers.Count: 0 } && piece.Sentence.Pieces[piece.Index - 2] is { Triggers.Count: 0 } name && name.Refs.Any(r => r.IsPerson);

    private static bool TellsSentence(Piece piece) => piece.Triggers.Any(t => t.Kind == ClaimKind.Sentenced && t.Form is Form.Verb or Form.Ed or Form.Participle);

    /// <summary>"Лабкович — семь": the dash stands for the verb.</summary>
    private static bool FollowsNameAndDash(Piece piece) =>
        piece is { Opening: Opening.Dash, Index: > 0, Triggers.Count: 0 } && piece.Sentence.Pieces[piece.Index - 1] is { Triggers.Count: 0 } before && before.Refs.Any(r => r.IsPerson);

    private static int? Number(Piece piece)
    {
        var sentence = piece.Sentence;
        if (IsVerdict(piece) || (FollowsNameAndDash(piece) && Triggers.TermsIn(sentence, piece.First, piece.Last).Any(t => t.First == piece.First))) return piece.First;
        if (piece.Opening == Opening.Clause && piece.Refs.Any(r => r.IsPerson) && !piece.Triggers.Any(t => t.IsVerb))
            foreach (var term in Triggers.TermsIn(sentence, piece.First, piece.Last)) return term.First;
        for (var i = piece.First; i <= piece.Last; i++)
        {
            if (!IsTerm(sentence, i)) continue;
            var got = sentence.Of(Cue.Got, piece.First, piece.Last).Any(g => g.Last < i && i - g.Last <= Reach || g.First > i && g.First - i <= Reach);
            var bare = piece.Length <= ShortPiece && i == piece.Last && piece.Triggers.Count == 0;
            var heads = piece.Triggers.Count == 0 && i == piece.First && (piece.Opening == Opening.Dash || Triggers.IsFor(sentence, i + 1));
            if (got || bare || heads) return i;
        }

        return null;
    }

    private static bool IsTerm(Sentence sentence, int i)
    {
        if (sentence.Hits.Any(h => h.First == i + 1 && h.Cue is Cue.Unit or Cue.People or Cue.Month) || sentence.Times.Any(t => t.First <= i && t.Last >= i)) return false;
        if (int.TryParse(sentence.Words[i].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var n)) return n is > 1 and <= LongestTerm;
        return sentence.Hits.Any(h => h.Cue == Cue.Number && h.First == i && h.Last == i && h.Entry.Number is > 1 and <= LongestTerm);
    }
}
