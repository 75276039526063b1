using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Alerts;
using Monitor.Core.Changes;
using Monitor.Core.Watchlist;

namespace Monitor.Store;

/// <summary>Which part of the story a list tells.</summary>
public enum EntriesOf
{
    All,
    Persons,
    Sanctions,
    Corrections,
}

/// <param name="Subject">Of this subject alone; null: of all.</param>
public sealed record EntryScope(EntriesOf Which, string? Subject = null);

/// <summary>One line of the story before it is worded: a change, or (<paramref name="Correction"/>) one standing that contradicted what readers had been told of it.</summary>
public sealed record EntryKey(long ChangeId, string Day, Correction? Correction);

/// <param name="Facts">What the message about it said (JSON of Core's Alert), where it was one; null for history, which nobody was alerted to.</param>
/// <param name="Again">When it was last said; later than <paramref name="At"/> where a dispute was settled and came back.</param>
public sealed record Correction(Standing Standing, DateTimeOffset At, DateTimeOffset Again, string? Facts);

/// <summary>
/// The story as feeds and pages list it, newest first by date of the change; a correction stands at the day it was made. Only what
/// decides the order is read, and only so much of it as the page needs.
/// </summary>
public static class EntryIndex
{
    /// <summary>CONTRACT: a feed lists the latest 100; older ones are on its further pages.</summary>
    public const int PerPage = 100;

    private const string Person = "person";
    private const string Sanction = "sanction";

    public static async Task<(IReadOnlyList<EntryKey> Keys, int Pages)> PageAsync(MonitorDb db, EntryScope scope, int page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scope);
        var changes = Of(db, scope);
        var corrections = await CorrectionsAsync(db, changes, cancellation);
        var plain = scope.Which == EntriesOf.Corrections ? changes.Where(c => false) : changes;
        var newest = await plain.OrderByDescending(c => c.Day).ThenByDescending(c => c.Id).Take(page * PerPage).Select(c => new { c.Id, c.Day }).ToListAsync(cancellation);
        var count = corrections.Count + await plain.CountAsync(cancellation);
        var keys = corrections.Concat(newest.Select(c => new EntryKey(c.Id, c.Day, null)))
            .OrderByDescending(k => k.Day, StringComparer.Ordinal).ThenByDescending(k => k.Correction is not null).ThenByDescending(k => k.ChangeId)
            .Skip((page - 1) * PerPage).Take(PerPage);
        return ([.. keys], Math.Max(1, (count + PerPage - 1) / PerPage));
    }

    /// <summary>The corrections of one change, first one first.</summary>
    public static async Task<IReadOnlyList<Correction>> OfChangeAsync(MonitorDb db, long change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var keys = await CorrectionsAsync(db, db.Changes.AsNoTracking().Where(c => c.Id == change), cancellation);
        return [.. keys.Select(k => k.Correction!).OrderBy(c => c.At)];
    }

    private static IQueryable<ChangeRow> Of(MonitorDb db, EntryScope scope)
    {
        var changes = db.Changes.AsNoTracking().Where(c => c.MergedInto == null && (scope.Subject == null || c.SubjectId == scope.Subject));
        return scope.Which switch
        {
            EntriesOf.Persons => changes.Where(c => c.SubjectId == Evidence.Group || db.Subjects.Any(s => s.Id == c.SubjectId && s.Kind == Person)),
            EntriesOf.Sanctions => changes.Where(c => db.Subjects.Any(s => s.Id == c.SubjectId && s.Kind == Sanction)),
            _ => changes,
        };
    }

    /// <summary>Those that were sent as messages, for ever; and those of history, as long as it stands contradicted after it stood otherwise.</summary>
    private static async Task<List<EntryKey>> CorrectionsAsync(MonitorDb db, IQueryable<ChangeRow> changes, CancellationToken cancellation)
    {
        var sent = await db.Alerts.AsNoTracking().Where(a => a.Type == AlertType.Correction).Join(changes, a => a.ChangeId, c => c.Id, (a, _) => new { a.ChangeId, a.CreatedAt, a.Facts }).ToListAsync(cancellation);
        var contradicted = await changes.Where(c => (c.Standing == Standing.Disputed || c.Standing == Standing.Retracted) && c.UpdatedAt > c.CreatedAt)
            .Select(c => new { c.Id, c.Standing, c.UpdatedAt }).ToListAsync(cancellation);
        var said = sent.Select(a => (a.ChangeId, Correction: new Correction(JsonSerializer.Deserialize<Alert>(a.Facts)!.Standing, a.CreatedAt, a.CreatedAt, a.Facts)))
            .Concat(contradicted.Select(c => (ChangeId: c.Id, Correction: new Correction(c.Standing, c.UpdatedAt, c.UpdatedAt, null))));
        return [.. said.GroupBy(s => (s.ChangeId, s.Correction.Standing)).Select(g => Key(g.Key.ChangeId, [.. g.Select(s => s.Correction)]))];
    }

    private static EntryKey Key(long change, List<Correction> same)
    {
        var sent = same.Where(c => c.Facts is not null).OrderBy(c => c.At).ToList();
        var correction = sent.Count == 0 ? same[0] : sent[0] with { Again = sent[^1].At, Facts = sent[^1].Facts };
        return new EntryKey(change, correction.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), correction);
    }
}
