using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Monitor.Core.Claims;
using Monitor.Pipeline;
using Monitor.Store;

namespace Monitor.Operating;

/// <summary>
/// The list files of the settings, taken in at every start. The database keeps a fingerprint of what it took in last: the registers hold
/// thousands of people, and reading them again to find nothing new would cost every start seconds.
/// </summary>
public sealed class ListsOnDisk(Settings settings, WatchlistImport import, WatchlistInUse watchlist, IDbContextFactory<MonitorDb> store, ILogger<ListsOnDisk> log)
{
    private const string FingerprintKey = "lists-taken-in";

    public async Task TakeInAsync(CancellationToken cancellation)
    {
        var fingerprint = Fingerprint();
        await using var db = await store.CreateDbContextAsync(cancellation);
        var last = await db.Settings.FindAsync([FingerprintKey], cancellation);
        if (last?.Value == fingerprint)
        {
            await watchlist.LoadAsync(db, cancellation);
        }
        else
        {
            await import.ImportAsync(WatchlistImport.ReadFiles(settings.WatchlistFiles), WatchlistImport.ReadArticles(settings.ArticlesFile), cancellation);
            if (last is null) db.Settings.Add(last = new SettingRow { Key = FingerprintKey, Value = "" });
            last.Value = fingerprint;
            await db.SaveChangesAsync(cancellation);
        }

        log.LogInformation("The watchlist holds {Subjects} subjects from {Files}", watchlist.Subjects.Count, string.Join(", ", settings.WatchlistFiles.Select(Path.GetFileName)));
    }

    /// <summary>Of the files' names and texts, and of this build of the program: another build may read more out of the same files.</summary>
    private string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ItemReader).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var file in settings.WatchlistFiles.Append(settings.ArticlesFile)) hash.AppendData(Encoding.UTF8.GetBytes($"\0{file}\0{WatchlistImport.ReadText(file)}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
