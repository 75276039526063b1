using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Monitor.Store;

/// <summary>When the list last changed: a name that was mended alters pages and feeds although nothing happened.</summary>
public static class ListMoment
{
    private const string Key = "list-changed";

    public static async Task<DateTimeOffset?> ReadAsync(MonitorDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var text = await db.Settings.AsNoTracking().Where(s => s.Key == Key).Select(s => s.Value).SingleOrDefaultAsync(cancellation);
        return text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    public static async Task WriteAsync(MonitorDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var row = await db.Settings.FindAsync([Key], cancellation);
        if (row is null) db.Settings.Add(row = new SettingRow { Key = Key, Value = "" });
        row.Value = now.ToString("O", CultureInfo.InvariantCulture);
        await db.SaveChangesAsync(cancellation);
    }
}
