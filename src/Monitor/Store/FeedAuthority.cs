using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Monitor.Store;

/// <summary>
/// The authority in the <c>tag:</c> ids of feeds (RFC 4151). The database keeps the one of its first start: were the setting changed
/// later, every follower would get every entry once more.
/// </summary>
public sealed partial class FeedAuthority(IDbContextFactory<MonitorDb> store, Settings settings)
{
    private const string Key = "feed-authority";

    /// <summary>RFC 4151 §2.1: a domain name or e-mail address, a comma, a date of year, month or day.</summary>
    [GeneratedRegex(@"^([A-Za-z0-9._-]+@)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?,\d{4}(-\d{2}(-\d{2})?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();

    private string? _kept;

    public async Task<string> KeptAsync(CancellationToken cancellation)
    {
        if (_kept is { } known) return known;
        if (!Shape().IsMatch(settings.FeedAuthority)) throw new SettingException("Site:FeedAuthority", $"\"{settings.FeedAuthority}\" is not a domain you hold, a comma and a year; write for example monitor.example,2025");
        await using var db = await store.CreateDbContextAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "Settings" ("Key", "Value") VALUES ({Key}, {settings.FeedAuthority}) ON CONFLICT DO NOTHING""", cancellation);
        return _kept = await db.Settings.AsNoTracking().Where(s => s.Key == Key).Select(s => s.Value).SingleAsync(cancellation);
    }
}
