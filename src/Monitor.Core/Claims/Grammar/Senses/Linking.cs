using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Senses;

/// <summary>
/// Whom a trigger speaks of. A relative clause or apposition speaks of the name it hangs on; a verb of the names in its own piece and of the
/// list they belong to; a piece without a name goes back to the piece before, else to whom the item speaks of (<paramref name="focus"/>).
/// A piece that names somebody else (a stranger, a wife, "52 prisoners") does not reach for a subject.
/// </summary>
public sealed class Linking(IReadOnlyList<Subject> focus, bool onlyPerson)
{
    private const int NounReach = 5;
    private const int ShortPiece = 6;
    private const int LongestAside = 12;
    private const int DescriptionReach = 5;

    private static readonly IReadOnlyList<Subject> Nobody = [];

    /// <summary>True when the last answer came from the item's focus and not from a name in the sentence.</summary>
    public bool ByFocus { get; private set; }

    public IReadOnlyList<Subject> Targets(Piece piece, Trigger trigger)
    {
        ByFocus = false;
        if (piece.IsLocal) return OfNoun(piece) ? Focus(piece, trigger) : Local(piece, trigger) is { Count: > 0 } local ? local : Announced(piece);
        var own = piece.Persons.ToList();
        if (own.Count > 0) return Own(piece, trigger, own);
        if (SpeakerHimself(piece) is { } self) return [self];
        if (DescribedSpeaker(piece, trigger) is { } described) return [described];
        if (OwnerMeant(piece, trigger) is { } owner) return [owner];
        if (trigger.Membership && Announced(piece) is { Count: > 0 } announced) return announced;
        var blocked = (SomebodyElse.NamedIn(piece, trigger) || SomebodyElse.GoesOnFrom(piece, trigger)) && !IsDoneToThem(piece, trigger);
        if (!blocked && trigger.IsVerb && Behind(piece, trigger) is { Count: > 0 } behind) return behind;
        if (Ahead(piece, trigger) is { Count: > 0 } ahead) return ahead;
        return blocked || (trigger.Membership && !SinglePronoun(piece)) ? Nobody : Focus(piece, trigger);
    }

    /// <summary>"The activist, whom they handed over on Monday, said": the clause hangs on a word for the person spoken of before.</summary>
    private static bool OfNoun(Piece piece)
    {
        if (piece.Antecedents.Count > 0 || piece.Index == 0 || piece.Persons.Any()) return false;
        var before = piece.Sentence.Pieces[piece.Index - 1];
        return !before.Refs.Any() && before.Length <= 6 && (before.Sentence.Has(Cue.He, before.First, before.Last) || before.Sentence.Has(Cue.She, before.First, before.Last));
    }

    private static IReadOnlyList<Subject> Local(Piece piece, Trigger trigger)
    {
        var own = piece.Persons.ToList();
        if (own.Count > 0 && (piece.Antecedents.Count == 0 || trigger.First - piece.First > 3)) return Subjects(own);
        return Subjects(piece.Antecedents);
    }

    private static IReadOnlyList<Subject> Own(Piece piece, Trigger trigger, List<SubjectRef> own)
    {
        if (trigger.Form == Form.Noun) return Noun(piece, trigger, own);
        var verbs = piece.Triggers.Where(t => t.IsVerb && t.IsSanction == trigger.IsSanction && t.Kind != trigger.Kind).ToList();
        var before = verbs.LastOrDefault(t => t.Last < trigger.First);
        var after = verbs.FirstOrDefault(t => t.First > trigger.Last);
        var left = own.Where(r => r.Last < trigger.First && (before is null || r.First > before.Last)).ToList();
        var right = own.Where(r => r.First > trigger.Last && (after is null || r.Last < after.First)).ToList();
        var named = own.Where(r => r.First <= trigger.Last && r.Last >= trigger.First).ToList();
        if (left.Count == 0 && named.Count == 0 && right.Count > 0 && piece.Triggers.Any(t => t.Kind == trigger.Kind && t.First > trigger.Last && t.Last < right[0].First && StrangerBetween(piece, trigger.Last, t.First))) return Nobody;
        if (left.Count == 0 && right.Count == 0 && named.Count == 0) return before is not null ? Own(piece, before, own) : Subjects(own);
        if (left.Count > 0 && right.Count > 0 && !piece.Has(Cue.Among) && !piece.Has(Cue.And)) right.Clear();
        List<SubjectRef> chosen = [.. left, .. named, .. right];
        if (chosen.Count > 0 && left.Count == chosen.Count && StrangerBetween(piece, left[^1].Last, trigger.First)) return Nobody;
        if (right.Count > 0 || piece.Has(Cue.Among)) chosen.AddRange(Forward(piece));
        if (left.Count > 0 || piece.Has(Cue.Among)) chosen.AddRange(Backward(piece));
        return Subjects(chosen);
    }

    /// <summary>"sentenced X, and Y (a stranger) was freed" within one piece: the stranger next to the verb is its subject.</summary>
    private static bool StrangerBetween(Piece piece, int left, int right) => piece.Sentence.Strangers.Any(s => s.First > left && s.Last < right && !piece.Sentence.Has(Cue.And, left + 1, s.First) && !piece.Sentence.Has(Cue.Among, left + 1, s.First));

    /// <summary>"release of X", "X's release", "вызваленне X": the name beside the noun; with none beside it, the one name of the piece before it.</summary>
    private static IReadOnlyList<Subject> Noun(Piece piece, Trigger trigger, List<SubjectRef> own)
    {
        var right = own.Where(r => r.First > trigger.Last && r.First - trigger.Last <= NounReach).ToList();
        var stranger = piece.Sentence.Strangers.Any(s => s.First > trigger.Last && s.First - trigger.Last <= NounReach && (right.Count == 0 || s.First < right[0].First));
        if (stranger) return Nobody;
        if (right.Count > 0) return Subjects([.. own.Where(r => r.First > trigger.Last), .. Forward(piece)]);
        var left = own.LastOrDefault(r => r.Last < trigger.First);
        return left is not null ? [left.Subject] : Nobody;
    }

    /// <summary>"Kalesnikava said she was free": the speaker, where a pronoun of the piece can be nobody else.</summary>
    private static Subject? SpeakerHimself(Piece piece)
    {
        var speaker = piece.Refs.FirstOrDefault(r => r.IsPerson && r.Role == Role.Speaker);
        return speaker is not null && Pronoun(piece, speaker.Gender) ? speaker.Subject : null;
    }

    /// <summary>"Освободеният вчера нобелист X каза", "the freed laureate X said": a freedom told of the speaker by the words right before the name.</summary>
    private static Subject? DescribedSpeaker(Piece piece, Trigger trigger)
    {
        if (trigger.Kind is not (ClaimKind.Released or ClaimKind.Pardoned) || trigger.Denied || trigger.Form is Form.Noun or Form.Infinitive) return null;
        var speaker = piece.Refs.FirstOrDefault(r => r.IsPerson && r.Role == Role.Speaker && r.First > trigger.Last && r.First - trigger.Last <= DescriptionReach);
        return speaker is not null && !Enumerable.Range(trigger.Last + 1, speaker.First - trigger.Last - 1).Any(i => piece.Sentence.Words[i].IsMark || piece.Sentence.At(Cue.Say, i)) ? speaker.Subject : null;
    }

    /// <summary>"The family of Kalesnikava called for her release": the owner of the word, where a pronoun right before the act can mean nobody else.</summary>
    private static Subject? OwnerMeant(Piece piece, Trigger trigger)
    {
        if (trigger.Form is not (Form.Noun or Form.Infinitive)) return null;
        var owner = piece.Refs.FirstOrDefault(r => r.IsPerson && r.Role == Role.Owner && r.Last < trigger.First);
        return owner is not null && Pronoun(piece, owner.Gender) ? owner.Subject : null;
    }

    private static bool Pronoun(Piece piece, Gender gender) => (gender != Gender.F && piece.Has(Cue.He)) || (gender != Gender.M && piece.Has(Cue.She));

    /// <summary>"Guards beat him", "сестра требует отпустить ее", "the police took them away": whoever acts, the pronoun beside the verb is whom it was done to.</summary>
    private static bool IsDoneToThem(Piece piece, Trigger trigger)
    {
        var sentence = piece.Sentence;
        if (!trigger.IsVerb || sentence.Strangers.Any(s => s.Last < trigger.First && !SomebodyElse.Speaks(sentence, s.First, s.Last)) || Strangers.UnknownWord(sentence, piece.First, trigger.First)) return false;
        foreach (var pronoun in sentence.Of(Cue.Object, piece.First, piece.Last))
        {
            var within = pronoun.First > trigger.First && pronoun.Last <= trigger.Last + 1;
            if (!within && pronoun.Last != trigger.First - 1) continue;
            var next = pronoun.Last + 1;
            if (!sentence.At(Cue.KinM, next) && !sentence.At(Cue.KinF, next) && !sentence.At(Cue.Owned, next)) return true;
        }

        return false;
    }

    /// <summary>The piece before that has a name, within the same sentence and on this side of a semicolon.</summary>
    private static IReadOnlyList<Subject> Behind(Piece piece, Trigger trigger)
    {
        var pieces = piece.Sentence.Pieces;
        for (var i = piece.Index; i > 0; i--)
        {
            if (pieces[i].Opening is Opening.Strong) return Nobody;
            var before = pieces[i - 1];
            if (before.IsLocal) continue;
            var persons = before.Persons.ToList();
            if (persons.Count > 0)
            {
                var fitting = persons.Where(p => Fits(piece, p.Gender)).ToList();
                return Subjects([.. fitting, .. trigger.Membership || !SinglePronoun(piece) ? Backward(before) : []]);
            }

            if (before.Sentence.Strangers.Any(s => s.First >= before.First && s.Last <= before.Last && !SomebodyElse.Speaks(before.Sentence, s.First, s.Last))) return Nobody;
        }

        return Nobody;
    }

    private static bool SinglePronoun(Piece piece) => piece.Has(Cue.He) || piece.Has(Cue.She);

    private static bool Fits(Piece piece, Gender gender) => !SinglePronoun(piece) || gender == Gender.Unknown || Pronoun(piece, gender);

    /// <summary>"Freed: X, Y", "After being freed, X …", "123 prisoners were freed, among them X and Y".</summary>
    private static IReadOnlyList<Subject> Ahead(Piece piece, Trigger trigger)
    {
        var pieces = piece.Sentence.Pieces;
        for (var i = piece.Index + 1; i < pieces.Count; i++)
        {
            var next = pieces[i];
            if (next.Opening is Opening.Strong or Opening.Relative or Opening.Clause or Opening.Complement) return Nobody;
            var fronted = i == piece.Index + 1 && IsFronted(piece, trigger);
            var persons = next.Refs.Where(r => r.IsPerson && (r.Role == Role.Plain || (fronted && trigger.Form != Form.Noun && r.Role == Role.Speaker))).ToList();
            if (persons.Count == 0 && (next.IsLocal || next.Length <= ShortPiece) && next.Triggers.Count == 0) continue;
            if (persons.Count == 0) return Nobody;
            var listed = next.Opening is Opening.Colon or Opening.Dash || next.Has(Cue.Among) || next.Triggers.Any(t => t.Membership) || piece.Has(Cue.Among);
            listed |= Continues(next) || (i == piece.Index + 1 && Names(piece, trigger, next, persons));
            fronted |= i == piece.Index + 1 && PointsAhead(piece, next, persons);
            if (!listed && !(fronted && !SomebodyElse.NamedIn(piece, trigger))) return Nobody;
            return Subjects([.. persons, .. fronted && !listed ? [] : Forward(next)]);
        }

        return Nobody;
    }

    /// <summary>"Freed on Saturday, X …", "Libérés samedi, X et Y …": a participle or a noun at the head of the sentence leads up to the name.</summary>
    private static bool IsFronted(Piece piece, Trigger trigger) =>
        piece.Opening == Opening.Start && (trigger.Form is Form.Ed or Form.Participle or Form.Noun || (trigger.First == piece.First && trigger.Form == Form.Verb && piece.Sentence.Lexicon.ListsEndOf(Cue.ParticipleEnd, piece.Sentence.Words[trigger.First].Folded)));

    /// <summary>"a pardon for two priests, and for X": a short piece that only adds a name.</summary>
    private static bool Continues(Piece next) =>
        next.Sentence.At(Cue.And, next.First) && next.Opening == Opening.Comma && next.Triggers.Count == 0 && next.Length <= ShortPiece && !next.Has(Cue.Not) && !next.Has(Cue.Say) && !next.Has(Cue.Factive);

    /// <summary>"took in a compatriot, Maryia Batalionak": behind an object with "a", the name that says who it is.</summary>
    private static bool Names(Piece piece, Trigger trigger, Piece next, List<SubjectRef> persons) =>
        trigger.Form == Form.Verb && next.Opening == Opening.Comma && persons[0].First == next.First && piece.Last - trigger.Last is > 1 and <= ShortPiece
        && piece.Sentence.Lexicon.Lists(Cue.OneOfMany, piece.Sentence.Words[trigger.Last + 1].Folded);

    /// <summary>"The day after she was let out, Maria Kalesnikava laughed", "Since they were arrested, X and Y have …": the pronoun comes before its name.</summary>
    private static bool PointsAhead(Piece piece, Piece next, List<SubjectRef> persons)
    {
        if (piece.Opening is not (Opening.Start or Opening.Clause) || next.Opening != Opening.Comma) return false;
        return persons.Count == 1 ? SinglePronoun(piece) && persons[0].Gender != Gender.Unknown && Pronoun(piece, persons[0].Gender) : piece.Has(Cue.They);
    }

    /// <summary>"and so were two others, who sat there too: X and Y": the names after the colon.</summary>
    private static IReadOnlyList<Subject> Announced(Piece piece)
    {
        var pieces = piece.Sentence.Pieces;
        for (var i = piece.Index + 1; i < pieces.Count; i++)
        {
            if (pieces[i].Opening == Opening.Colon) return Subjects([.. pieces[i].Persons, .. Forward(pieces[i])]);
            if (pieces[i].Opening is Opening.Strong or Opening.Clause || pieces[i].Persons.Any() || !(pieces[i].IsLocal || pieces[i].Length <= ShortPiece)) return Nobody;
        }

        return Nobody;
    }

    /// <summary>The list goes on: "freed X, the lawyer Y, sentenced to ten years, and Z".</summary>
    private static IEnumerable<SubjectRef> Forward(Piece piece)
    {
        var pieces = piece.Sentence.Pieces;
        for (var i = piece.Index + 1; i < pieces.Count; i++)
        {
            var next = pieces[i];
            if (next.IsLocal) continue;
            if (next.Has(Cue.Not) && next.Triggers.Count == 0) yield break;
            if (next.Opening is not (Opening.Comma or Opening.Resume or Opening.Colon or Opening.Dash) && !(next.Opening == Opening.Strong && piece.Has(Cue.Among))) yield break;
            var persons = next.Persons.ToList();
            var describes = persons.Count == 0 && next.Triggers.All(t => t.Form is Form.Ed or Form.Participle or Form.Noun);
            if ((!describes && next.Triggers.Any(t => t.IsVerb && !t.IsSanction && !t.Membership)) || next.Refs.Any(r => r.Role == Role.Speaker)) yield break;
            if (persons.Count == 0 && (next.Length > LongestAside || next.Has(Cue.Say))) yield break;
            foreach (var person in persons) yield return person;
        }
    }

    private static IEnumerable<SubjectRef> Backward(Piece piece)
    {
        var pieces = piece.Sentence.Pieces;
        for (var i = piece.Index; i > 0; i--)
        {
            if (!pieces[i].IsLocal && pieces[i].Opening is not (Opening.Comma or Opening.Resume)) yield break;
            var before = pieces[i - 1];
            if (before.IsLocal) continue;
            var persons = before.Persons.ToList();
            if (before.Triggers.Any(t => t.IsVerb && !t.IsSanction && !t.Membership) || before.Has(Cue.Say)) yield break;
            if (persons.Count == 0 && before.Length > ShortPiece) yield break;
            if (persons.Count > 0 && before.Last - persons[^1].Last > 4) yield break;
            foreach (var person in persons) yield return person;
        }
    }

    private IReadOnlyList<Subject> Focus(Piece piece, Trigger trigger)
    {
        ByFocus = true;
        if (focus.Count == 0) return Nobody;
        if (!MayDropTheName(piece, trigger)) return Nobody;
        if (piece.Has(Cue.They) && focus.Count > 1) return focus;
        var fitting = focus.Where(s => Fits(piece, s is Person p ? p.Gender : Gender.Unknown)).ToList();
        if (fitting.Count != 1) return Nobody;
        return trigger.Form is Form.Noun or Form.Infinitive && !SinglePronoun(piece) && !onlyPerson ? Nobody : fitting;
    }

    /// <summary>
    /// A freedom, a denial or an act in noun form is read of the person spoken of before only where the clause points at that person: by a pronoun or a word for
    /// that person, or, for a verb, in a language that leaves the pronoun out.
    /// </summary>
    private static bool MayDropTheName(Piece piece, Trigger trigger)
    {
        if (SinglePronoun(piece) || piece.Has(Cue.They)) return true;
        if (trigger.Denied) return false;
        if (trigger.Kind is not (ClaimKind.Released or ClaimKind.Pardoned)) return true;
        return trigger.Form != Form.Noun && piece.Sentence.Lexicon.Has(Trait.DropsPronouns);
    }

    private static IReadOnlyList<Subject> Subjects(IEnumerable<SubjectRef> refs) => [.. refs.Select(r => r.Subject).Distinct()];
}
