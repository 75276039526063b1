using Monitor.Core.Claims.Grammar.Dates;
using Monitor.Core.Claims.Grammar.Parsing;
using Monitor.Core.Claims.Grammar.Senses;
using Monitor.Core.Claims.Languages;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Claims.Grammar.Findings;

/// <summary>Goes through an item sentence by sentence, keeping in mind whom it speaks of, and collects what is said of persons.</summary>
public sealed class PersonReading(Story story)
{
    private const int NearbySentences = 2;
    private const int HeadWords = 4;
    private const int ShortSentence = 8;

    /// <summary>Words between "before" and the act it speaks of: "before his long awaited release", "before being freed".</summary>
    private const int NounReach = 4, VerbReach = 2;

    /// <summary>The last sentence in which a person the title speaks of may first be named.</summary>
    private const int FirstNamed = 2;

    private static readonly Cue[] OpenCues = [Cue.Not, Cue.Still, Cue.Held, Cue.Stock, Cue.Maybe, Cue.Demand];

    private IReadOnlyList<Subject> focus = [];
    private (Trigger Trigger, StanceReading Reading)? group;
    private int groupAt;
    private bool narrated;

    public List<Finding> Read()
    {
        var findings = new List<Finding>();
        if (story.Persons.Count == 0) return findings;
        foreach (var sentence in story.Sentences)
        {
            var before = findings.Count;
            if (focus.Count == 0 && !sentence.IsTitle && story.Persons.Count == 1 && !(FirstNaming is { } naming && BeginsWithAnother(naming)) && !story.Sentences.Take(sentence.Index + 1).Any(s => s.Strangers.Count > 0)) focus = story.Persons;
            foreach (var piece in sentence.Pieces)
                foreach (var trigger in piece.Triggers)
                    if (!trigger.IsSanction) Add(piece, trigger, findings);
            AddMembers(sentence, findings, before);
            AddPresented(sentence, findings, before);
            AddSeen(sentence, findings);
            AddExcepted(sentence, findings);
            AddLeftOut(sentence, findings);
            Corrections.TakeBack(sentence, findings, before);
            if (sentence.Index > 0) Corrections.Answer(story.Sentences[sentence.Index - 1], sentence, findings, before);
            narrated = Narrates(sentence);
            for (var i = before; i < findings.Count; i++) findings[i] = Narrated(InThePast(findings[i], findings, before));
            Remember(sentence);
        }

        AddFromTitle(findings);
        return findings;
    }

    /// <summary>"Nobel laureate out of prison, wife says" above, the one name below: what a title, or a first sentence, without a name tells is told of whom the text names first, and of no second person.</summary>
    private void AddFromTitle(List<Finding> findings)
    {
        if (story.Persons is not [var only] || story.Title.Any(t => t.Refs.Any(r => r.IsPerson) || NamesOthers(t))) return;
        var first = FirstNaming;
        if (first is null || first.Index > FirstNamed || first.Refs.All(r => r.Role == Role.Owner) || BeginsWithAnother(first) || story.Sentences.Take(first.Index).Any(s => s.Strangers.Count > 0)) return;
        foreach (var piece in story.Sentences.Take(first.Index).Where(s => s.IsTitle || (!NamesOthers(s) && !Strangers.UnknownWord(s, 0, s.Words.Count - 1) && (s.At(Cue.Article, 0) || s.Hits.Any(h => h.Cue is Cue.He or Cue.She && h.Entry.Number == 1)))).SelectMany(s => s.Pieces))
            foreach (var trigger in piece.Triggers.Where(t => !t.IsSanction && t.Form is Form.Verb or Form.Ed or Form.Participle && t.Kind != ClaimKind.Died && !t.Membership && !t.Denied))
            {
                if (findings.Exists(f => f.Subject == only && Settling.SameChange(f.Kind, trigger.Kind) && f.Stance != Stance.Hypothetical)) continue;
                var reading = Stances.Of(piece, trigger, story.Today);
                if (reading.Stance != Stance.Asserted) continue;
                findings.Add(Found(only, piece, trigger, reading) with { ByFocus = true, Reason = $"said of the one person the item names: {reading.Reason}" });
            }
    }

    private Sentence? FirstNaming => story.Sentences.FirstOrDefault(s => s.Refs.Any(r => r.IsPerson));

    /// <summary>"He also mentioned X": whoever was spoken of is not X.</summary>
    private static bool BeginsWithAnother(Sentence first)
    {
        var name = first.Refs.First(r => r.IsPerson);
        return first.Of(Cue.He, 0, name.First).Concat(first.Of(Cue.She, 0, name.First)).Any(h => h is { First: 0, Entry.Number: 0 }) && !first.Words.Take(name.First).Any(w => w.IsMark);
    }

    /// <summary>A title that names, counts or calls somebody else.</summary>
    private static bool NamesOthers(Sentence title) =>
        title.Strangers.Count > 0 || title.Has(Cue.KinM) || title.Has(Cue.KinF) || title.Has(Cue.Owned) || title.Has(Cue.People) || Strangers.UnknownName(title, 0, title.Words.Count - 1)
        || Enumerable.Range(0, title.Words.Count).Any(i => (title.At(Cue.Number, i) || char.IsAsciiDigit(title.Words[i].Folded[0])) && !title.At(Cue.Unit, i + 1) && !title.Times.Any(t => t.First <= i && t.Last >= i) && !Triggers.TermsIn(title, 0, title.Words.Count - 1).Any(t => t.First <= i && t.Last >= i));

    private Finding Found(Subject subject, Piece piece, Trigger trigger, StanceReading reading) => new(subject, trigger.Kind, reading.Stance, piece, trigger)
    {
        Date = reading.Date,
        Dated = reading.Dated,
        Presupposed = reading.Presupposed,
        Reason = reading.Reason,
        SaidBy = Voices.Of(piece, story.Whole, subject.Id),
    };

    /// <summary>"On 27 March 2022 two friends disappeared. One was soon let go, the other was convicted": a sentence that begins with a day long past sets the time of those after it, until one has a time of its own.</summary>
    private bool Narrates(Sentence sentence)
    {
        if (sentence.IsTitle || story.Today is not { } now || sentence.Has(Cue.Fresh)) return false;
        if (sentence.Times.Count == 0) return narrated || (sentence.Index > 0 && Begins(story.Sentences[sentence.Index - 1], now));
        return false;

        static bool Begins(Sentence before, DateOnly now) =>
            !before.IsTitle && before.Times.Any(t => t is { First: <= HeadWords, HasYear: true, HasDay: true, Since: false, Until: false, Date: { } date } && now.DayNumber - date.Last.DayNumber >= Stances.NewsDays)
            && !before.Times.Any(t => t.First > HeadWords && t.Date is { } d && now.DayNumber - d.Last.DayNumber < Stances.NewsDays) && !before.Has(Cue.Fresh);
    }

    private Finding Narrated(Finding finding) =>
        narrated && finding is { Stance: Stance.Asserted, Dated: false } && finding.Kind is not (ClaimKind.Released or ClaimKind.Pardoned or ClaimKind.Died) ? finding with { Stance = Stance.Background, Reason = "told on from a day long past" } : finding;

    /// <summary>A life told in order: what follows, undated and without a name, on something dated long ago is of that time.</summary>
    private static Finding InThePast(Finding finding, List<Finding> findings, int before)
    {
        if (finding.Stance != Stance.Asserted || finding.Dated || finding.Kind is ClaimKind.Released or ClaimKind.Pardoned || finding.Piece.Sentence.Has(Cue.Fresh)) return finding;
        if (finding.Piece.Persons.Any()) return finding;
        var here = findings.Skip(before).LastOrDefault(f => f.Subject == finding.Subject && f.Piece.Index <= finding.Piece.Index && f.Trigger.First < finding.Trigger.First && f.Piece.IsLocal == finding.Piece.IsLocal);
        var previous = here ?? (finding.ByFocus ? findings.Take(before).LastOrDefault(f => f.Subject == finding.Subject && f.Piece.Sentence.Index == finding.Piece.Sentence.Index - 1) : null);
        return previous is { Stance: Stance.Background, Dated: true } ? finding with { Stance = Stance.Background, Reason = "goes on from something dated long ago" } : finding;
    }

    private void Add(Piece piece, Trigger trigger, List<Finding> findings)
    {
        if (trigger.Membership || AfterBefore(piece, trigger)) return;
        var linking = new Linking(focus, story.Persons.Count == 1);
        var reading = Stances.Of(piece, trigger, story.Today);
        var targets = linking.Targets(piece, trigger);
        if (trigger.Kind is ClaimKind.Released or ClaimKind.Pardoned && (targets.Count == 0 || Counting.Of(piece, trigger)) && trigger.IsVerb && !trigger.Denied && reading.Stance is Stance.Asserted or Stance.Background) (group, groupAt) = ((trigger, reading), piece.Sentence.Index);
        foreach (var subject in targets)
        {
            if (linking.ByFocus && (IsNamedBy(piece.Sentence.Index, subject) ? SomebodyElse.IsNew(piece, trigger) : trigger.Kind == ClaimKind.Died && !IsNamedBy(piece.Sentence.Index + 1, subject))) continue;
            if (reading.Stance == Stance.Demanded && IsAsker(piece, trigger, subject)) continue;
            if (trigger.Kind == ClaimKind.HungerStrike && IsForAnother(piece, trigger, subject)) continue;
            var retold = reading.Stance == Stance.Asserted && Elsewhere(piece, subject) is { } other && other.Sentence.Of(Cue.Retold, other.First, other.Last).Any(h => h.Length > 1);
            findings.Add(Found(subject, piece, trigger, retold ? reading with { Stance = Stance.Background, Reason = "retold" } : reading) with { ByFocus = linking.ByFocus });
        }
    }

    /// <summary>Who is named only further on may be somebody else than whom a sentence without a name tells of; of a death that is not risked.</summary>
    private bool IsNamedBy(int sentences, Subject subject) => story.Sentences.Take(sentences).Any(s => s.Refs.Any(r => r.Subject == subject));

    /// <summary>"a hunger strike for X", "голодовку за освобождение X": others starve, for the sake of X.</summary>
    private static bool IsForAnother(Piece piece, Trigger trigger, Subject subject)
    {
        foreach (var r in piece.Refs.Where(r => r.Subject == subject))
            if (r.First <= trigger.Last || !(piece.Sentence.Has(Cue.Demand, trigger.Last + 1, r.First) || IsForOrSake(piece.Sentence, r.First - 1))) return false;
        return piece.Refs.Any(r => r.Subject == subject);
    }

    private static bool IsForOrSake(Sentence sentence, int word) =>
        sentence.Lexicon.Lists(Cue.For, sentence.Words[word].Folded) || sentence.Lexicon.Lists(Cue.Sake, sentence.Words[word].Folded);

    /// <summary>The piece of a list that names the subject, where it is not the one with the verb.</summary>
    private static Piece? Elsewhere(Piece piece, Subject subject) =>
        piece.Refs.Any(r => r.Subject == subject) ? null : piece.Sentence.Pieces.FirstOrDefault(p => p.Refs.Any(r => r.Subject == subject));

    /// <summary>"Bialiatski calls for the release of all": who asks is not whom it is about.</summary>
    private static bool IsAsker(Piece piece, Trigger trigger, Subject subject)
    {
        var own = piece.Persons.Concat(piece.Refs.Where(r => r.Role == Role.Speaker)).Where(r => r.Subject == subject).ToList();
        return own.Count > 0 && own.TrueForAll(r => piece.Sentence.Of(Cue.Demand, piece.First, piece.Last).Any(d => d.First > r.Last && d.Last < trigger.First && d.First - r.Last <= 4 && !piece.Sentence.Has(Cue.Aux, r.Last, d.First)));
    }

    /// <summary>"before his release" does not say that it happened; a finite verb ("before he was freed") does not either.</summary>
    private static bool AfterBefore(Piece piece, Trigger trigger)
    {
        for (var i = trigger.First - 1; i >= Math.Max(piece.First, trigger.First - (trigger.Form == Form.Noun ? NounReach : VerbReach)); i--)
            if (piece.Sentence.At(Cue.Before, i) && !(trigger.IsVerb && piece.Sentence.At(Cue.DaysBack, i)) && !piece.Sentence.Has(Cue.Demand, piece.First, i)) return true;
        return piece.Sentence.At(Cue.Before, piece.First) && piece.Opening == Opening.Clause && trigger.Form != Form.Infinitive;
    }

    /// <summary>"Among them are X and Y" after "123 prisoners were freed": they share what was said of the group, or are denied it.</summary>
    private void AddMembers(Sentence sentence, List<Finding> findings, int before)
    {
        foreach (var piece in sentence.Pieces)
        {
            foreach (var trigger in piece.Triggers.Where(t => t.Membership))
            {
                var reading = Stances.Of(piece, trigger, story.Today);
                var source = sentence.Pieces.SelectMany(p => p.Triggers).FirstOrDefault(t => t.Kind is ClaimKind.Released or ClaimKind.Pardoned && t.IsVerb && !t.Membership && !t.Denied);
                var told = source is not null ? (source, SourceReading(sentence, source)) : trigger.Ellipsis ? ToldBefore(sentence, trigger, findings, before) : group;
                if (told is null && (reading.Stance != Stance.Negated || !SpeaksOfFreed())) continue;
                var kind = told?.Trigger.Kind ?? ClaimKind.Released;
                var shared = reading.Stance is Stance.Negated or Stance.Hypothetical or Stance.Demanded || told is not { } t ? reading : t.Reading;
                foreach (var subject in new Linking(focus, story.Persons.Count == 1).Targets(piece, trigger))
                {
                    if (findings.Skip(before).Any(f => f.Subject == subject && f.Kind is ClaimKind.Released or ClaimKind.Pardoned)) continue;
                    findings.Add(new Finding(subject, kind, shared.Stance, piece, trigger)
                    {
                        Date = shared.Date,
                        Dated = shared.Dated,
                        Reason = $"one of a group: {shared.Reason}",
                        SaidBy = Voices.Of(piece, story.Whole, subject.Id),
                    });
                }
            }
        }
    }

    /// <summary>"Not on the list" denies a freedom only in an item that speaks of one.</summary>
    private bool SpeaksOfFreed() => story.Sentences.Any(s => s.Of(Cue.Trigger).Any(h => h.Entry.Kind is ClaimKind.Released or ClaimKind.Pardoned));

    /// <summary>"Among the foreigners, according to Viasna, are X, Y from Poland and Z", just after a group was reported freed: a sentence that does nothing but name members.</summary>
    private void AddPresented(Sentence sentence, List<Finding> findings, int before)
    {
        if (findings.Count > before || group is not { } told || sentence.Index - groupAt > NearbySentences || !PresentsMembers(sentence)) return;
        foreach (var piece in sentence.Pieces.Where(p => !p.IsLocal))
            foreach (var named in piece.Persons)
                findings.Add(new Finding(named.Subject, told.Trigger.Kind, told.Reading.Stance, piece, told.Trigger with { First = piece.First, Last = piece.First })
                {
                    Date = told.Reading.Date,
                    Dated = told.Reading.Dated,
                    Reason = $"one of a group: {told.Reading.Reason}",
                    SaidBy = Voices.Of(piece, story.Whole, named.Subject.Id),
                });
    }

    /// <summary>"With them came X", "X and Y wait in Chernihiv", after a group was reported freed now: who is seen among the freed is one of them.</summary>
    private void AddSeen(Sentence sentence, List<Finding> findings)
    {
        if (group is not { Reading.Stance: Stance.Asserted } told || sentence.Times.Any(IsOld)) return;
        foreach (var piece in sentence.Pieces)
            foreach (var seen in sentence.Of(Cue.Seen, piece.First, piece.Last))
            {
                var trigger = new Trigger(told.Trigger.Kind, Form.Verb, seen.First, seen.Last);
                if (IsOpen(piece, seen) || sentence.Has(Cue.They, seen.Last + 1, seen.Last + 2) || Stances.Of(piece, trigger, story.Today).Stance != Stance.Asserted || Counting.Of(piece, trigger)) continue;
                foreach (var subject in new Linking([], onlyPerson: false).Targets(piece, trigger).Where(s => !findings.Exists(f => f.Subject == s && f.Kind is ClaimKind.Released or ClaimKind.Pardoned)))
                    findings.Add(Found(subject, piece, trigger, told.Reading with { Reason = $"seen among those freed: {told.Reading.Reason}" }));
            }
    }

    /// <summary>"X, who came out in June, hugged them": of a time long before the news.</summary>
    private bool IsOld(TimeMark time) => time.Date is { } date && story.Today is { } now && ClauseTimes.AgeOf(date, now) >= Stances.NewsDays;

    /// <summary>A clause that denies, doubts, demands or counts who stays lists no freed; a word of the phrase itself ("sat next to him") does not count.</summary>
    private static bool IsOpen(Piece piece, Hit? seen) => Array.Exists(OpenCues, cue => piece.Sentence.Of(cue, piece.First, piece.Last).Any(h => seen is not { } s || h.First < s.First || h.Last > s.Last));

    /// <summary>"All but X were freed": what is told of the rest is denied of X.</summary>
    private void AddExcepted(Sentence sentence, List<Finding> findings)
    {
        var freed = sentence.Pieces.SelectMany(p => p.Triggers.Where(t => t.IsVerb && !t.Membership && t.Kind is ClaimKind.Released or ClaimKind.Pardoned).Select(t => (Piece: p, Trigger: t))).FirstOrDefault();
        if (freed.Trigger is null) return;
        foreach (var left in sentence.Refs.Where(r => r.Role == Role.Excepted))
            findings.Add(Found(left.Subject, freed.Piece, freed.Trigger, new StanceReading(Stance.Negated, null, false, true, "told of all but this one")));
    }

    /// <summary>"Only one was freed; X and Y were not", "Y — нет": a negation at the end of its clause stands for the verb told just before.</summary>
    private void AddLeftOut(Sentence sentence, List<Finding> findings)
    {
        foreach (var piece in sentence.Pieces.Where(p => p.Triggers.Count == 0 && p.Persons.Any()))
        {
            var end = piece.Index + 1 < sentence.Pieces.Count && sentence.Pieces[piece.Index + 1] is { Opening: Opening.Dash or Opening.Comma, Triggers.Count: 0, Length: <= 2 } next ? next : piece;
            if (!sentence.At(Cue.Not, end.Last) || (end == piece && piece.Persons.Last().Last > piece.Last - 1) || !IsToldFreed(sentence, piece)) continue;
            var not = new Trigger(ClaimKind.Released, Form.Verb, piece.Last, piece.Last);
            foreach (var subject in new Linking([], onlyPerson: false).Targets(piece, not).Where(s => !findings.Exists(f => f.Subject == s && f.Piece.Sentence == sentence)))
                findings.Add(Found(subject, piece, not, new StanceReading(Stance.Negated, null, false, true, "a negation in place of the verb told just before")));
        }
    }

    /// <summary>Whether a release is told as news or as history earlier in the sentence, or in the one before.</summary>
    private bool IsToldFreed(Sentence sentence, Piece piece) =>
        sentence.Pieces.Take(piece.Index).Concat(sentence.Index > 0 ? story.Sentences[sentence.Index - 1].Pieces : [])
            .Any(p => p.Triggers.Any(t => t is { Kind: ClaimKind.Released or ClaimKind.Pardoned, IsVerb: true, Membership: false, Denied: false } && Stances.Of(p, t, story.Today).Stance is Stance.Asserted or Stance.Background));

    private static bool PresentsMembers(Sentence sentence)
    {
        var head = sentence.Pieces[0];
        var those = head.Length == 2 && sentence.Pieces.Count > 1 && sentence.Pieces[1] is { Opening: Opening.Relative or Opening.Comma } next && !next.Refs.Any();
        if (!sentence.At(Cue.Among, head.First) || head.Refs.Any() || !(those || sentence.Has(Cue.People, head.First, Math.Min(head.Last, head.First + HeadWords)))) return false;
        if (sentence.Pieces.Any(p => IsOpen(p, null))) return false;
        return !sentence.Pieces.Where(p => !p.IsLocal).Any(p => p.Triggers.Any(t => t.IsVerb && !t.Membership));
    }

    /// <summary>"X was freed. So was Y.", "Y too." take up what the sentence before says last of a person, where that is a freedom; "Z, like Y, called for more" does not.</summary>
    private static (Trigger Trigger, StanceReading Reading)? ToldBefore(Sentence sentence, Trigger ellipsis, List<Finding> findings, int before)
    {
        if (ellipsis.First > 1 && !(ellipsis.Last >= sentence.Words.Count - 2 && sentence.Words.Count <= ShortSentence)) return null;
        var last = findings.Take(before).LastOrDefault(f => f.Piece.Sentence.Index == sentence.Index - 1 && !f.Piece.IsLocal);
        if (last is not { Kind: ClaimKind.Released or ClaimKind.Pardoned, Stance: Stance.Asserted or Stance.Background, Presupposed: false }) return null;
        return (last.Trigger, new StanceReading(last.Stance, last.Date, false, last.Dated, last.Reason));
    }

    private StanceReading SourceReading(Sentence sentence, Trigger source) => Stances.Of(sentence.Pieces.First(p => p.Triggers.Contains(source)), source, story.Today);

    /// <summary>"1. X. 2. Y (Latvia).": one entry of a list.</summary>
    private static bool OnlyNames(Sentence sentence) =>
        !sentence.IsTitle && sentence.Refs.Any(r => r.IsPerson) && sentence.Words.Count(w => !w.IsMark) <= ShortSentence && sentence.Pieces.All(p => p.Triggers.Count == 0);

    /// <summary>Whom the next sentence may mean by "he" or by nobody: the names of this one (of a whole list of them), unless it names only somebody else.</summary>
    private void Remember(Sentence sentence)
    {
        var plain = sentence.Refs.Where(r => r.IsPerson && r.Role != Role.Owner).Select(r => r.Subject).Distinct().ToList();
        if (plain.Count > 0) focus = sentence.Index > 0 && OnlyNames(sentence) && OnlyNames(story.Sentences[sentence.Index - 1]) ? [.. focus.Union(plain)] : plain;
        else if (sentence.Refs.Any(r => r.IsPerson)) focus = [.. sentence.Refs.Where(r => r.IsPerson).Select(r => r.Subject).Distinct()];
        else if (sentence.Strangers.Count > 0 && story.Persons.Count > 1 && !sentence.IsTitle) focus = [];
    }
}
