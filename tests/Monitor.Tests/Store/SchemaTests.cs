using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Monitor.Store;

namespace Monitor.Tests.Store;

public sealed class SchemaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("monitor-schema-").FullName;

    [Fact]
    public async Task The_hand_written_migrations_give_exactly_the_schema_of_the_model()
    {
        await using var migrated = Open("migrated.db");
        await migrated.Database.MigrateAsync();
        await using var modelled = Open("modelled.db");
        await modelled.Database.EnsureCreatedAsync();
        Assert.Equal(await ColumnsAsync(modelled), await ColumnsAsync(migrated));
        Assert.Equal(await IndexesAsync(modelled), await IndexesAsync(migrated));
    }

    [Fact]
    public async Task A_commit_survives_a_power_cut_and_what_is_deleted_is_overwritten()
    {
        await using var db = Open("durable.db");
        await db.Database.MigrateAsync();
        await db.Database.OpenConnectionAsync();
        Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
        Assert.Equal("2", await PragmaAsync(db, "synchronous")); // 2 = FULL
        Assert.Equal("1", await PragmaAsync(db, "secure_delete"));
        Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private MonitorDb Open(string name) => new((DbContextOptions<MonitorDb>)StoreSetup.Configure(new DbContextOptionsBuilder<MonitorDb>(), StoreSetup.Describe($"Data Source={Path.Combine(_folder, name)}").ConnectionString).Options);

    private static Task<List<string>> ColumnsAsync(MonitorDb db) => db.Database.SqlQueryRaw<string>(
        "SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk AS Value FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%' ORDER BY 1").ToListAsync();

    private static Task<List<string>> IndexesAsync(MonitorDb db) => db.Database.SqlQueryRaw<string>(
        "SELECT name || ' ' || coalesce(sql, '') AS Value FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite%' ORDER BY 1").ToListAsync();

    private static async Task<string> PragmaAsync(MonitorDb db, string pragma) => (await db.Database.SqlQueryRaw<string>($"SELECT CAST({pragma} AS TEXT) AS Value FROM pragma_{pragma}").ToListAsync())[0];
}
