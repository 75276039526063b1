using Microsoft.EntityFrameworkCore;

namespace Monitor.Store;

/// <summary>The @name under which Telegram knows the bot, so that pages can link to it; null until it was asked once.</summary>
public sealed class BotName(IDbContextFactory<MonitorDb> store)
{
    private const string Key = "bot-name";

    public async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await store.CreateDbContextAsync(cancellation);
        return (await db.Settings.FindAsync([Key], cancellation))?.Value;
    }

    public async Task KeepAsync(string? name, CancellationToken cancellation)
    {
        if (name is null) return;
        await using var db = await store.CreateDbContextAsync(cancellation);
        if (await db.Settings.FindAsync([Key], cancellation) is { } row) row.Value = name;
        else db.Settings.Add(new SettingRow { Key = Key, Value = name });
        await db.SaveChangesAsync(cancellation);
    }
}
