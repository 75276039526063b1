using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Monitor.Tests.Support;

namespace Monitor.Tests.Survival;

/// <summary>A copy is taken from under the running service, and takes the database's place when it is lost.</summary>
[Collection(Alone.Name)]
public sealed class BackupTests
{
    private const long Early = 5_000_000_001;
    private const long Late = 5_000_000_002;

    [Fact]
    public async Task A_backup_of_the_running_service_is_whole_and_restored_the_readers_in_it_are_told_again()
    {
        await using var house = await ServiceHouse.OpenAsync();
        var service = await house.StartInsideAsync();
        await house.SubscribeAsync(Early);
        var backup = Path.Combine(house.Folder, "copy.db");
        var (code, output, errors) = await house.RunAsync("", "backup", backup);
        Assert.True(code == 0, errors);
        Assert.Contains("keys", output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        Assert.Equal(64, (await house.RunAsync("", "backup", backup)).Code);

        await house.SubscribeAsync(Late);
        var (busy, _, words) = await house.RunAsync("", "restore", backup);
        Assert.Equal(69, busy);
        Assert.Contains("stop it first", words, StringComparison.Ordinal);
        await service.DisposeAsync();

        var (restored, said, problem) = await house.RunAsync("", "restore", backup);
        Assert.True(restored == 0, problem);
        Assert.Equal(1, await house.LookAsync(db => db.Subscribers.CountAsync()));
        var replaced = Directory.EnumerateFiles(Path.GetDirectoryName(house.Database)!, "*.replaced-*").Single(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal));
        Assert.Contains(replaced, Path.GetFullPath(Path.Combine(house.Folder, said[said.IndexOf("data/monitor.db.replaced", StringComparison.Ordinal)..].Split(".\n")[0])), StringComparison.Ordinal);
        Assert.Equal(2, await house.LookAsync(db => db.Subscribers.CountAsync(), replaced));

        await using var again = await house.StartInsideAsync();
        house.Publish(1);
        await house.Telegram.WaitFor(_ => house.AllArrived(1, Early), ServiceHouse.Patience);
        Assert.False(house.AllArrived(1, Late));
    }

    [Theory]
    [InlineData("no database at all, only some text", "cannot be read as a database")]
    [InlineData(null, "not one of this program")]
    public async Task What_is_no_backup_of_this_program_is_refused_and_nothing_is_touched(string? content, string why)
    {
        await using var house = await ServiceHouse.OpenAsync();
        var file = Path.Combine(house.Folder, "other.db");
        if (content is not null) await File.WriteAllTextAsync(file, content);
        else await MakeForeignAsync(file);
        Directory.CreateDirectory(Path.GetDirectoryName(house.Database)!);
        await File.WriteAllTextAsync(house.Database, "stays");
        var (code, _, errors) = await house.RunAsync("", "restore", file);
        Assert.Equal(65, code);
        Assert.Contains(why, errors, StringComparison.Ordinal);
        Assert.Equal("stays", await File.ReadAllTextAsync(house.Database));
    }

    private static async Task MakeForeignAsync(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE Notes (Text TEXT)";
        await command.ExecuteNonQueryAsync();
    }
}
