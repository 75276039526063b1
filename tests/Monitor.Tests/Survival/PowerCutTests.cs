using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>
/// Images of database and log as a power cut leaves them: whatever was not yet synced is cut, torn or garbage at a random byte. Each must
/// open and be whole, hold every commit that was acknowledged, and of the one that was not either all or nothing.
/// </summary>
public sealed class PowerCutTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20251213;
    private const int RowsOfACommit = 3;
    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-power-").FullName;
    private readonly Random _random = new(Seed);
    private int _commits;

    [Fact]
    public Task Cut_at_nine_random_bytes_nothing_acknowledged_is_lost() => CutAsync(9);

    [Fact]
    [Trait("Category", "Survival")]
    public Task Cut_at_two_hundred_random_bytes_nothing_acknowledged_is_lost() => CutAsync(200);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task CutAsync(int cuts)
    {
        await using var db = Open(Path.Combine(_folder, "live.db"));
        await db.Database.MigrateAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_autocheckpoint=0");
        var half = 0;
        for (var cut = 1; cut <= cuts; cut++)
        {
            for (var n = _random.Next(1, 5); n > 0; n--) await CommitAsync(db);
            var acknowledged = _commits;
            var image = (cut % 3) switch { 0 => await InACommitAsync(db), 1 => await InACheckpointAsync(db), _ => await InACommitAfterACheckpointAsync(db) };
            var found = await OpenImageAsync(image, acknowledged);
            if (found > acknowledged) half++;
        }

        output.WriteLine($"seed {Seed}: {cuts} cuts over {_commits} commits; every image whole, 0 acknowledged commits lost, {half} unacknowledged ones were there whole");
    }

    /// <summary>The log up to the last sync, then a part of what was being appended.</summary>
    private async Task<Image> InACommitAsync(MonitorDb db)
    {
        var before = Take();
        await CommitAsync(db);
        var after = Take();
        return new Image(before.Database, Torn(before.Log, after.Log, before.Log.Length));
    }

    /// <summary>Pages are being copied into the database; the log was synced before.</summary>
    private async Task<Image> InACheckpointAsync(MonitorDb db)
    {
        var before = Take();
        await CheckpointAsync(db);
        var after = Take();
        return new Image(Torn(before.Database, after.Database, 0), before.Log);
    }

    /// <summary>The database is complete, and the log is written over from its start.</summary>
    private async Task<Image> InACommitAfterACheckpointAsync(MonitorDb db)
    {
        await CheckpointAsync(db);
        var before = Take();
        await CommitAsync(db);
        var after = Take();
        return new Image(before.Database, Torn(before.Log, after.Log, 0));
    }

    /// <summary>New bytes from <paramref name="from"/> up to a random one; behind it the old bytes, nothing, zeros or garbage.</summary>
    private byte[] Torn(byte[] old, byte[] written, int from)
    {
        var cut = _random.Next(from, written.Length + 1);
        var torn = new List<byte>(written[..cut]);
        if (cut < old.Length) torn.AddRange(old[cut..]);
        else if (_random.Next(3) is var kind and > 0)
        {
            var rest = new byte[_random.Next(0, 8192)];
            if (kind == 1) _random.NextBytes(rest);
            torn.AddRange(rest);
        }

        return [.. torn];
    }

    private async Task<int> OpenImageAsync(Image image, int acknowledged)
    {
        var file = Path.Combine(_folder, "image.db");
        await File.WriteAllBytesAsync(file, image.Database);
        await File.WriteAllBytesAsync(file + "-wal", image.Log);
        File.Delete(file + "-shm");
        await using var db = Open(file);
        Assert.Equal("ok", await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
        var keys = await db.Settings.Select(s => s.Key).ToListAsync();
        var commits = keys.GroupBy(k => int.Parse(k.Split('/')[0], CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => g.Count());
        Assert.All(commits.Values, rows => Assert.Equal(RowsOfACommit, rows));
        Assert.Equal(Enumerable.Range(1, commits.Count), commits.Keys.Order());
        Assert.InRange(commits.Count, acknowledged, acknowledged + 1);
        return commits.Count;
    }

    /// <summary>Several rows of random length: they stand in several pages.</summary>
    private async Task CommitAsync(MonitorDb db)
    {
        var commit = _commits + 1;
        for (var n = 0; n < RowsOfACommit; n++) db.Settings.Add(new SettingRow { Key = string.Create(CultureInfo.InvariantCulture, $"{commit}/{n}"), Value = new string('x', _random.Next(10, 9000)) });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        _commits = commit;
    }

    private static Task<int> CheckpointAsync(MonitorDb db) => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(FULL)");

    private Image Take() => new(Read(Path.Combine(_folder, "live.db")), Read(Path.Combine(_folder, "live.db-wal")));

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static MonitorDb Open(string file)
    {
        var options = new DbContextOptionsBuilder<MonitorDb>();
        StoreSetup.Configure(options, $"Data Source={file};Pooling=False");
        return new MonitorDb(options.Options);
    }

    private sealed record Image(byte[] Database, byte[] Log);
}
