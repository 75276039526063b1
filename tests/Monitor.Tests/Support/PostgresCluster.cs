using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;
using Npgsql;

namespace Monitor.Tests.Support;

/// <summary>
/// A PostgreSQL server of the tests' own (Debian's package postgresql), in a temporary folder, reached by a socket in it; begun by the first test that wants it, gone
/// with the last, however that ends. Tests skip visibly where it is not installed; MONITOR_POSTGRES=required says that it must be.
/// </summary>
internal static class PostgresCluster
{
    public const string Missing = "PostgreSQL (Debian's package postgresql) is not installed";

    private const string Template = "migrated";

    /// <summary>It refuses to run as root. Standard input is this process: when that ends, by whatever, so does the server, and its folder goes.</summary>
    private const string Script = """
        as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi; }
        cd "${2:?}" || exit 1; [ "$(id -u)" = 0 ] && chown postgres "$2"
        as "$1/initdb" -D "$2/data" -A trust -U monitor -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null || exit 1
        as "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c max_connections=500 >"$2/log" 2>&1 &
        cat >/dev/null
        kill -INT "$(head -1 "$2/data/postmaster.pid")"; wait; rm -rf "$2"
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<string> Folder = new(Start);
    private static readonly Lock One = new();
    private static readonly HashSet<string> Made = [];

    /// <summary>Kept: with it its input would be closed.</summary>
    private static Process? _server;

    public static bool IsThere => Bin() is not null || Environment.GetEnvironmentVariable("MONITOR_POSTGRES") == "required";

    /// <summary>Where the server keeps its files.</summary>
    public static string Data => Path.Combine(Folder.Value, "data");

    /// <summary>The connection string of a database that is there and has the schema; the same name gives the same database.</summary>
    public static string Database(string name)
    {
        var database = "t" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..20];
        lock (One)
        {
            if (Made.Count == 0) MakeTemplate();
            if (Made.Add(database)) Run($"CREATE DATABASE {database} TEMPLATE {Template}");
        }

        return At(database);
    }

    /// <summary>A database that is there, and empty.</summary>
    public static string EmptyDatabase(string name)
    {
        var database = string.Create(CultureInfo.InvariantCulture, $"{name}_{Guid.NewGuid():N}");
        Run($"CREATE DATABASE {database}");
        return At(database);
    }

    private static string At(string database) => $"Host={Folder.Value};Database={database};Username=monitor;Connection Idle Lifetime=3;Connection Pruning Interval=1";

    private static void MakeTemplate()
    {
        Run($"CREATE DATABASE {Template}");
        using (var db = new MonitorDb((DbContextOptions<MonitorDb>)StoreSetup.Configure(new DbContextOptionsBuilder<MonitorDb>(), At(Template) + ";Pooling=False").Options)) db.Database.Migrate();
        Made.Add(Template);
    }

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(At("postgres") + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Start()
    {
        var bin = Bin() ?? throw new InvalidOperationException(Missing);
        var folder = Directory.CreateTempSubdirectory("monitor-postgres-").FullName;
        _server = Process.Start(new ProcessStartInfo("bash", ["-c", Script, "postgres", bin, folder]) { RedirectStandardInput = true, UseShellExecute = false })!;
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new NpgsqlConnection($"Host={folder};Database=postgres;Username=monitor;Pooling=False");
                connection.Open();
                return folder;
            }
            catch (NpgsqlException) when (!_server.HasExited && since.Elapsed < Patience)
            {
                Thread.Sleep(50); // not yet listening
            }
        }
    }

    /// <summary>The newest version that is installed.</summary>
    private static string? Bin() => !Directory.Exists("/usr/lib/postgresql") ? null : Directory.EnumerateDirectories("/usr/lib/postgresql")
        .OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
        .Select(d => Path.Combine(d, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
}
