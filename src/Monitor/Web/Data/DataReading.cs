using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Watchlist;
using Monitor.Core.Wording;
using Monitor.Store;

namespace Monitor.Web.Data;

/// <summary>Reads the story for programs, a page at a time: a list of thousands is no single answer.</summary>
public sealed class DataReading(IDbContextFactory<MonitorDb> store, StoryReading story, AlertNow alerts, OverviewNow overview, PageReading reading, WatchlistInUse watchlist)
{
    public const int PeoplePerPage = 500;
    public const int ChangesPerPage = 200;

    /// <summary>Null where there is no such page.</summary>
    public async Task<PeopleData?> PeopleAsync(DataAddress address)
    {
        var now = await overview.ReadAsync(default);
        var all = watchlist.Subjects.OfType<Person>().Where(p => now.Lines.ContainsKey(p.Id)).ToList();
        var pages = PagesOf(all.Count, PeoplePerPage);
        if (address.Page > pages) return null;
        var people = all.Skip((address.Page - 1) * PeoplePerPage).Take(PeoplePerPage).ToList();
        var articles = await reading.ArticlesAsync(people, default);
        return new PeopleData(address.Site.AbsoluteUri, address.Book.Language, all.Count, address.Page, pages, address.Next("people.json", pages),
            people.Select(p => Told(p, now.Lines[p.Id].Status, address)), articles.ToDictionary(a => a.Key, a => ItemData.Of(a.Value), StringComparer.Ordinal));
    }

    /// <summary>Changes that happened, or moved in any way, on or after <see cref="DataAddress.Since"/>; newest first.</summary>
    public async Task<ChangesData?> ChangesAsync(DataAddress address)
    {
        await using var db = await store.CreateDbContextAsync();
        var wanted = db.Changes.AsNoTracking().Where(c => c.MergedInto == null);
        if (address.SinceMoment is { } since)
        {
            var day = since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            wanted = wanted.Where(c => c.UpdatedAt >= since || c.Day.CompareTo(day) >= 0);
        }

        var count = await wanted.CountAsync();
        var pages = PagesOf(count, ChangesPerPage);
        if (address.Page > pages) return null;
        var ids = await wanted.OrderByDescending(c => c.Day).ThenByDescending(c => c.Id).Skip((address.Page - 1) * ChangesPerPage).Take(ChangesPerPage).Select(c => c.Id).ToListAsync();
        var changes = await WordedChange.OfAsync(await story.ManyAsync(ids, default), alerts, default);
        return new ChangesData(address.Site.AbsoluteUri, address.Book.Language, address.Since, count, address.Page, pages, address.Next("changes.json", pages),
            changes.Select(c => ChangeData.Of(c, address.Book.Title(c.Now), address.Of(c.Path))));
    }

    private static PersonData Told(Person person, SubjectStatus status, DataAddress address)
    {
        var path = PageView.PathOf(person);
        var gender = person.Gender == Gender.Unknown ? null : Keyword.Of(person.Gender);
        return new PersonData(person.Id, person.Name, person.Names, person.OtherNames, gender, person.Nationality, person.Role, StatusData.Of(status), person.Facts.Select(FactData.Of), address.Of(path), address.Of(path + "/feed.json"));
    }

    private static int PagesOf(int count, int perPage) => Math.Max(1, (count + perPage - 1) / perPage);
}

/// <summary>What a program asked for, and how addresses of this site are written for it.</summary>
public sealed record DataAddress(Uri Site, Phrasebook Book, string? Asked, int Page, string? Since, DateTimeOffset? SinceMoment)
{
    public Uri Of(string path) => new(Site, path.TrimStart('/') + Query(null, 1));

    public Uri? Next(string path, int pages) => Page < pages ? new Uri(Site, path + Query(Since, Page + 1)) : null;

    private string Query(string? since, int page)
    {
        string?[] query = [Asked is null ? null : "lang=" + Asked, since is null ? null : "since=" + Uri.EscapeDataString(since), page == 1 ? null : $"page={page}"];
        var asked = string.Join('&', query.Where(q => q is not null));
        return asked.Length == 0 ? "" : "?" + asked;
    }
}
