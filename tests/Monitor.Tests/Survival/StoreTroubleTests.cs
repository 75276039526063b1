using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Monitor.Store;
using Monitor.Tests.Bot;
using Monitor.Tests.Support;
using Xunit.Abstractions;

namespace Monitor.Tests.Survival;

/// <summary>A store that cannot be written to for a while: one sentence, no storm, and everything goes on by itself.</summary>
[Collection(Alone.Name)]
public sealed class StoreTroubleTests(ITestOutputHelper output)
{
    private const int Persons = 8;
    private static readonly long[] Chats = [.. Enumerable.Range(1, 20).Select(n => 5_000_000_000L + n)];

    /// <summary>So long a write waits for another's before it fails.</summary>
    private static readonly TimeSpan SqlitesPatience = TimeSpan.FromSeconds(30);

    /// <summary>Looks at the site while nothing could be kept: those under way when it began.</summary>
    private const int FewLooks = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(60)]
    [Trait("Category", "Survival")]
    public Task Locked_by_another_program_for_a_minute(int seconds) => LockedAsync(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task No_page_more_for_the_database()
    {
        var limit = new PageLimit();
        await TroubleAsync(_ => null, builder => builder.Services.ConfigureDbContext<MonitorDb>(options => options.AddInterceptors(limit)), (house, log) =>
        {
            limit.IsOn = true;
            return FailAsync(house, log, () => limit.IsOn = false);
        });
    }

    [SkippableFact]
    [Trait("Category", "Survival")]
    public async Task The_disk_is_full()
    {
        TinyDisk? disk = null;
        await TroubleAsync(house => disk = new TinyDisk(Path.GetDirectoryName(house.Database)!), _ => { }, (house, log) =>
        {
            disk!.Fill();
            return FailAsync(house, log, disk.MakeRoom);
        });
    }

    private Task LockedAsync(TimeSpan time) => TroubleAsync(_ => null, _ => { }, async (house, log) =>
    {
        await using var foreign = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = house.Database, Pooling = false }.ConnectionString);
        await foreign.OpenAsync();
        await using var writing = foreign.BeginTransaction();
        var before = house.Site.Requests.Count;
        house.Publish(Persons);
        await Task.Delay(time);
        var looks = house.Site.Requests.Count - before;
        output.WriteLine($"locked for {time.TotalSeconds} s: {looks} looks at the site meanwhile, {Troubles(log)} errors");
        Assert.Equal(time > SqlitesPatience ? 1 : 0, Troubles(log));
        Assert.InRange(looks, 0, FewLooks);
    });

    private async Task FailAsync(ServiceHouse house, LogTrap log, Action mend)
    {
        house.Publish(Persons);
        using var giveUp = new CancellationTokenSource(ServiceHouse.Patience);
        while (Troubles(log) == 0) await Task.Delay(50, giveUp.Token);
        var before = house.Site.Requests.Count;
        await Task.Delay(TimeSpan.FromSeconds(3));
        output.WriteLine($"full for 3 s: {house.Site.Requests.Count - before} looks at the site meanwhile, {Troubles(log)} errors, {house.Reports} of {Persons * Chats.Length} reports before");
        Assert.InRange(house.Site.Requests.Count - before, 0, FewLooks);
        Assert.Equal(1, Troubles(log));
        mend();
    }

    private static async Task TroubleAsync(Func<ServiceHouse, IDisposable?> prepare, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder> adjust, Func<ServiceHouse, LogTrap, Task> suffer)
    {
        using var log = new LogTrap();
        await using var house = await ServiceHouse.OpenAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(house.Database)!);
        using var disk = prepare(house);
        await using (var service = await house.StartInsideAsync(null, builder => { builder.Logging.AddProvider(log); adjust(builder); }))
        {
            await house.SubscribeAsync(Chats);
            await suffer(house, log);
            await house.Telegram.WaitFor(_ => house.AllArrived(Persons, Chats), ServiceHouse.Patience);
            await house.SettledAsync();
        }

        Assert.Equal(Persons * Chats.Length, house.Reports);
        Assert.Equal(Troubles(log), log.Lines.Count(l => l.Contains("can be written to again", StringComparison.Ordinal)));
        Assert.DoesNotContain(log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("   at ", StringComparison.Ordinal));
        Assert.Equal("ok", await house.LookAsync(db => db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync()));
    }

    private static int Troubles(LogTrap log) => log.Lines.Count(l => l.Contains("cannot be written to", StringComparison.Ordinal));

    /// <summary>A file system of its own, where the machine lets us make one; gone before the folder it stands in.</summary>
    private sealed class TinyDisk : IDisposable
    {
        private readonly string _folder;

        public TinyDisk(string folder)
        {
            _folder = folder;
            Skip.IfNot(Run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder) == 0, "no file system may be mounted here");
        }

        private string Filler => Path.Combine(_folder, "filler");

        public void Fill()
        {
            try
            {
                using var stream = File.Create(Filler, 1);
                while (true) stream.Write(new byte[4096]);
            }
            catch (IOException)
            {
                // full
            }
        }

        public void MakeRoom() => File.Delete(Filler);

        public void Dispose() => Run("umount", "-l", _folder);

        private static int Run(string program, params string[] arguments)
        {
            try
            {
                using var process = Process.Start(program, arguments);
                process.WaitForExit();
                return process.ExitCode;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return -1;
            }
        }
    }

    /// <summary>SQLite's own word for a full disk: the database may not grow.</summary>
    private sealed class PageLimit : DbConnectionInterceptor
    {
        private const long SqlitesOwn = 0xfffffffe;

        public volatile bool IsOn;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Limit(connection);
            return Task.CompletedTask;
        }

        private void Limit(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={(IsOn ? 1 : SqlitesOwn)}");
            command.ExecuteNonQuery();
        }
    }
}
