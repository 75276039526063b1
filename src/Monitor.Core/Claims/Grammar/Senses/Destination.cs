using Monitor.Core.Claims.Grammar.Findings;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Senses;

/// <summary>
/// Where a freed person was taken: a country after a word of movement, in a piece that speaks of this person. What is said of a
/// group ("114 headed to Ukraine") is no person's destination, nor is "the border with Ukraine".
/// </summary>
public static class Destination
{
    private const int CountryReach = 5;

    public static Finding Of(Finding finding, Story story)
    {
        if (finding.Kind is not (ClaimKind.Released or ClaimKind.Pardoned) || finding.Stance is not (Stance.Asserted or Stance.Background)) return finding;
        foreach (var (piece, move, subject) in Moves(story))
        {
            if (subject != finding.Subject || Country(piece, move) is not { } country) continue;
            return finding with { To = country };
        }

        return finding;
    }

    /// <summary>Whether a word of movement says by itself, without a word for release, that the person was brought out.</summary>
    public static bool Carries(Piece piece, Hit move) => move.Entry.Number == 1 || GoesOn(piece, move) || IsThere(piece, move);

    public static IEnumerable<(Piece Piece, Hit Move, Subject Subject)> Moves(Story story)
    {
        foreach (var piece in story.Sentences.SelectMany(s => s.Pieces))
        {
            foreach (var move in piece.Sentence.Of(Cue.Moved, piece.First, piece.Last))
            {
                if (Country(piece, move) is null) continue;
                var trigger = new Trigger(ClaimKind.Released, Form.Verb, move.First, move.Last);
                if (Stances.Of(piece, trigger, story.Today).Stance != Stance.Asserted) continue;
                if (!Carries(piece, move) && !Says(piece) && !piece.Triggers.Any(t => t.Kind is ClaimKind.Released or ClaimKind.Pardoned)) continue;
                var speakers = piece.Refs.Where(r => r.IsPerson && r.Role == Role.Speaker).ToList();
                if (speakers.Count == 0 && !piece.Persons.Any() && piece.Opening is Opening.Start or Opening.Clause && piece.Index + 1 < piece.Sentence.Pieces.Count)
                    speakers = [.. piece.Sentence.Pieces[piece.Index + 1].Refs.Where(r => r.IsPerson && r.Role != Role.Owner)];
                var targets = speakers.Count > 0 ? speakers.Select(r => r.Subject).Distinct() : new Linking([], onlyPerson: false).Targets(piece, trigger);
                foreach (var subject in targets) yield return (piece, move, subject);
            }
        }
    }

    /// <summary>"The United States" says nothing.</summary>
    private static bool Says(Piece piece) => piece.Sentence.Of(Cue.Say, piece.First, piece.Last).Any(h => !piece.Sentence.At(Cue.Country, h.First));

    /// <summary>"Беляцкого отправили в Вильнюс, Золотову и Знака — в Чернигов": a bare preposition goes on with the verb of movement before it.</summary>
    private static bool GoesOn(Piece piece, Hit move) =>
        piece.Opening == Opening.Dash && piece.Triggers.Count == 0 && move.First == piece.First && piece.Sentence.Of(Cue.Moved, 0, piece.First - 1).Any(m => m.Entry.Number == 1);

    /// <summary>"Bialacki ŭ Vilni" in a headline: a name, a preposition, a country, and no other word that says what happened.</summary>
    private static bool IsThere(Piece piece, Hit move) =>
        piece.Sentence.IsTitle && piece.Triggers.Count == 0 && !piece.Has(Cue.Say) && !piece.Has(Cue.Not) && piece.Persons.Any(p => move.First - p.Last == 1) && piece.Sentence.Of(Cue.Country, move.Last + 1, move.Last + 1).Any();

    /// <summary>"do Ukrainy trafił", "в Литву прибыл": the place before a verb of movement.</summary>
    private static bool IsFronted(Piece piece, Hit move, Hit country) =>
        move.Entry.Number == 1 && country.Last < move.First && move.First - country.Last <= 2 && piece.Sentence.At(Cue.Moved, country.First - 1);

    private static string? Country(Piece piece, Hit move)
    {
        foreach (var country in piece.Sentence.Of(Cue.Country, piece.First, piece.Last))
        {
            var ownerFirst = piece.Sentence.Lexicon.Has(Trait.OwnerStandsFirst) && country.Last < move.First && move.First - country.Last <= CountryReach;
            if (!ownerFirst && !IsFronted(piece, move, country) && (country.First < move.First || country.First - move.Last > CountryReach)) continue;
            if (piece.Sentence.Of(Cue.NotThere, piece.First, piece.Last).Any(n => n.Last < country.First && country.First - n.Last <= 3 || (n.First <= country.First && n.Last >= country.First))) continue;
            return country.Entry.Code;
        }

        return null;
    }
}
