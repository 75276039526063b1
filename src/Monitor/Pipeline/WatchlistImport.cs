using Microsoft.EntityFrameworkCore;
using Monitor.Core.Claims;
using Monitor.Core.Watchlist;
using Monitor.Core.Watchlist.Yaml;
using Monitor.Store;

namespace Monitor.Pipeline;

/// <summary>
/// Brings list files into the database: subjects, and each dated fact as the claims of its voices, so that the list's history and the
/// news are one story. Done again at every start; what has not changed costs nothing, and nothing of it is ever an alert.
/// </summary>
public sealed class WatchlistImport(IDbContextFactory<MonitorDb> store, WatchlistInUse watchlist, TimeProvider time)
{
    /// <summary>The source of the articles that facts cite.</summary>
    public const string ArticleSource = ItemRow.ArticleSource;

    /// <summary>Reads and checks the files; a list with any error is refused whole, with file, line, key and mend.</summary>
    public static IReadOnlyList<Subject> ReadFiles(IEnumerable<string> files)
    {
        var reading = WatchlistYaml.Read(files.Select(f => new ListFile(f, ReadText(f))));
        return reading.Refused ? throw new BadDataException(string.Join('\n', reading.Errors)) : reading.Subjects;
    }

    public static IReadOnlyList<CitedArticle> ReadArticles(string file)
    {
        var (articles, errors) = WatchlistYamlArticles.Read(ReadText(file), file);
        return errors.Count > 0 ? throw new BadDataException(string.Join('\n', errors)) : articles;
    }

    public async Task ImportAsync(IReadOnlyList<Subject> subjects, IReadOnlyList<CitedArticle> articles, CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await ArticlesAsync(db, articles, subjects, cancellation);
        var changed = await SubjectsAsync(db, subjects, cancellation);
        await watchlist.LoadAsync(db, cancellation);
        if (changed.Count > 0) await ListMoment.WriteAsync(db, time.GetUtcNow(), cancellation);
        await HistoryAsync(db, changed, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Watchlist:Files", $"{file} cannot be read ({e.Message}); name an existing file");
        }
    }

    /// <summary>Every cited article is an item, so that evidence of the list and of the news is shown in one way.</summary>
    private async Task ArticlesAsync(MonitorDb db, IReadOnlyList<CitedArticle> articles, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var known = await db.Items.Where(i => i.SourceId == ArticleSource).Select(i => i.Reference).ToHashSetAsync(cancellation);
        var cited = subjects.SelectMany(s => s.Facts).SelectMany(f => f.Cites).Select(c => c.Article).Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var untold = cited.Except(articles.Select(a => a.Id), StringComparer.Ordinal).Select(id => new CitedArticle(id, null, id, null, "", id));
        foreach (var article in articles.Concat(untold).Where(a => known.Add(a.Id))) db.Items.Add(ArticleItem(article));
        await db.SaveChangesAsync(cancellation);
    }

    private ItemRow ArticleItem(CitedArticle article) => new()
    {
        SourceId = ArticleSource,
        Reference = article.Id,
        Origin = article.Origin,
        Title = article.Publisher is null ? article.Title : $"{article.Title} ({article.Publisher})",
        Text = "",
        Published = article.Date is { } date ? Midnight(date.First) : null,
        FetchedAt = time.GetUtcNow(),
        Silent = true,
        ReadAt = time.GetUtcNow(),
        Verdict = "an article that the list cites: its facts are on the list",
    };

    private static async Task<List<Subject>> SubjectsAsync(MonitorDb db, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        var rows = await db.Subjects.ToDictionaryAsync(s => s.Id, StringComparer.Ordinal, cancellation);
        var changed = new List<Subject>();
        foreach (var subject in subjects)
        {
            var document = WatchlistYamlWriter.Write([subject]);
            if (!rows.TryGetValue(subject.Id, out var row)) db.Subjects.Add(row = new SubjectRow { Id = subject.Id, Kind = "", Name = "", Document = "" });
            if (row.Document == document && row.Active) continue;
            (row.Kind, row.Name, row.Document, row.Active) = (subject is Person ? "person" : "sanction", subject.Name, document, true);
            changed.Add(subject);
        }

        await db.SaveChangesAsync(cancellation);
        return changed;
    }

    /// <summary>
    /// The facts of what is new or changed, subject by subject. Nothing stays tracked between two of them: the registers hold 8,700
    /// people, and each save looks at everything tracked.
    /// </summary>
    private async Task HistoryAsync(MonitorDb db, List<Subject> changed, CancellationToken cancellation)
    {
        if (changed.Count == 0) return;
        var articles = await db.Items.AsNoTracking().Where(i => i.SourceId == ArticleSource).ToDictionaryAsync(i => i.Reference, StringComparer.Ordinal, cancellation);
        foreach (var subject in changed)
        {
            db.ChangeTracker.Clear();
            var before = await db.Claims.Where(c => c.SubjectId == subject.Id && c.FromList).ToListAsync(cancellation);
            db.Claims.RemoveRange(before);
            foreach (var fact in subject.Facts.Where(f => f.Date is not null && f.Cites.Count > 0)) db.Claims.AddRange(Voices(subject, fact, articles).Select(c => Successor(c, before)));
            await db.SaveChangesAsync(cancellation);
            await new SubjectStory(db, watchlist, time.GetUtcNow()).RetellAsync(subject.Id, itemId: 0, cancellation);
            await DropUnfoundedAsync(db, subject.Id, cancellation);
        }
    }

    /// <summary>A fact that was edited stays the same change, under the same address: its claims take over from those it had.</summary>
    private static ClaimRow Successor(ClaimRow claim, List<ClaimRow> before)
    {
        claim.ChangeId = (before.Find(c => c.Kind == claim.Kind && c.Date == claim.Date) ?? before.Find(c => c.Kind == claim.Kind && Overlap(c.Date!.Value, claim.Date!.Value)))?.ChangeId;
        return claim;
    }

    private static bool Overlap(PartialDate one, PartialDate other) => one.First <= other.Last && other.First <= one.Last;

    /// <summary>What only a fact that left the list had told, and nobody was alerted of, is no change any more.</summary>
    private static Task<int> DropUnfoundedAsync(MonitorDb db, string subjectId, CancellationToken cancellation) =>
        db.Changes.Where(c => c.SubjectId == subjectId && !c.Alerted && c.MergedInto == null && !db.Claims.Any(k => k.ChangeId == c.Id) && !db.Changes.Any(m => m.MergedInto == c.Id)).ExecuteDeleteAsync(cancellation);

    /// <summary>
    /// One claim per voice and per cited article: the voices make the standing, the articles are where to read it. Without voices each
    /// article speaks for itself. A voice stands at the first article where its own citation is not known.
    /// </summary>
    private static IEnumerable<ClaimRow> Voices(Subject subject, Fact fact, Dictionary<string, ItemRow> items)
    {
        var cited = fact.Cites.Select(c => items[c.Article]).DistinctBy(i => i.Id).ToList();
        if (fact.SaidBy.Count == 0) return cited.Select(i => ClaimOf(subject, fact, i, i.Origin));
        var quoted = fact.SaidBy.Select(v => ClaimOf(subject, fact, cited.Find(i => i.Origin == v) ?? cited[0], v)).ToList();
        var silent = cited.Where(i => !quoted.Exists(q => q.ItemId == i.Id)).Select(i => ClaimOf(subject, fact, i, fact.SaidBy[0]));
        return quoted.Concat(silent);
    }

    private static ClaimRow ClaimOf(Subject subject, Fact fact, ItemRow article, string voice) => new()
    {
        ItemId = article.Id,
        SubjectId = subject.Id,
        Kind = fact.Kind,
        Stance = Stance.Asserted,
        Date = fact.Date,
        Origin = voice,
        Published = article.Published ?? Midnight(fact.Date!.Value.Last),
        Live = false,
        FromList = true,
        To = fact.Kind == ClaimKind.Released && subject.Status is { Now: StatusValue.Released } status && status.Since == fact.Date ? status.To : null,
        Surface = fact.Note ?? "",
        Why = $"a fact of the list, cited {string.Join(", ", fact.Cites.Where(c => c.Article == article.Reference).Select(c => c.ToString()))}",
    };

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

}
