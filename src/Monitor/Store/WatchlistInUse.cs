using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Claims;
using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;
using Monitor.Store.Curators;

namespace Monitor.Store;

/// <summary>
/// The list as it is now, the names that curators judged to be a person's included, with the reader and the name search built for it. A new list is swapped in whole; whoever is reading goes on with the old one.
/// </summary>
public sealed class WatchlistInUse
{
    private volatile Lists _now = new([]);

    public IReadOnlyList<Subject> Subjects => _now.Subjects;

    public ItemReader Reader => _now.Reader;

    public NameSearch Names => _now.Names;

    public NameParts Parts => _now.Parts.Value;

    /// <summary>The subjects as readers of a language expect them: by the name they are shown.</summary>
    public IReadOnlyList<Subject> InOrderOf(string language) => _now.Ordered.GetOrAdd(language, _now.Order);

    public Subject? Find(string id) => _now.ById.GetValueOrDefault(id);

    /// <summary>By its <see cref="SubjectCode"/>.</summary>
    public Subject? FindByCode(string code) => _now.ByCode.GetValueOrDefault(code);

    public async Task LoadAsync(MonitorDb db, CancellationToken cancellation)
    {
        var documents = await db.Subjects.AsNoTracking().Where(s => s.Active).OrderBy(s => s.Id).Select(s => s.Document).ToListAsync(cancellation);
        var names = await db.Judgements.AsNoTracking().Where(j => j.Kind == JudgementKind.SamePerson && j.ItemId == null && j.Surface != null && j.State == JudgementState.Applied)
            .Select(j => new { j.SubjectId, j.Surface }).ToListAsync(cancellation);
        var judged = names.ToLookup(n => n.SubjectId!, n => n.Surface!, StringComparer.Ordinal);
        _now = new Lists([.. ReadBack(documents).Select(s => judged[s.Id].Any() ? s with { OtherNames = [.. s.OtherNames, .. judged[s.Id]] } : s)]);
    }

    private static IReadOnlyList<Subject> ReadBack(List<string> documents)
    {
        var reading = WatchlistYaml.Read(string.Concat(documents), "the watchlist in the database");
        return reading.Refused ? throw new BadDataException(string.Join('\n', reading.Errors)) : reading.Subjects;
    }

    private sealed class Lists(IReadOnlyList<Subject> subjects)
    {
        public IReadOnlyList<Subject> Subjects { get; } = subjects;
        public ItemReader Reader { get; } = new(subjects);
        public NameSearch Names { get; } = new(new NameIndex(subjects));
        public Dictionary<string, Subject> ByCode { get; } = subjects.ToDictionary(s => SubjectCode.Of(s.Id), StringComparer.Ordinal);
        public Dictionary<string, Subject> ById { get; } = subjects.ToDictionary(s => s.Id, StringComparer.Ordinal);
        public Lazy<NameParts> Parts { get; } = new(() => new NameParts(subjects));
        public ConcurrentDictionary<string, IReadOnlyList<Subject>> Ordered { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<Subject> Order(string language) =>
            [.. Subjects.OrderBy(s => s.NameIn(language), StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true)).ThenBy(s => s.Id, StringComparer.Ordinal)];
    }
}
