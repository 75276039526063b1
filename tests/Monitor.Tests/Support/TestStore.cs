namespace Monitor.Tests.Support;

/// <summary>The connection string of a test's database: the file it names, or with MONITOR_TEST_STORE=postgres a database of <see cref="PostgresCluster"/> in its place; the same file again is the same database.</summary>
internal static class TestStore
{
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("MONITOR_TEST_STORE") == "postgres";

    /// <summary>Why a test is skipped there.</summary>
    public const string OfFiles = "it is about SQLite's files; PostgresTests have their like";

    public static string At(string file) => IsPostgres ? PostgresCluster.Database(file) : $"Data Source={file}";
}
