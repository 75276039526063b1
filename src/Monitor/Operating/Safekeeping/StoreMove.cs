using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Monitor.Store;

namespace Monitor.Operating.Safekeeping;

/// <summary>Every row of a file into a PostgreSQL database, with its id, in one transaction: for those who outgrow one machine. It takes the place of a story found anew there, never of subscribers.</summary>
internal static class StoreMove
{
    private const int RowsAtOnce = 1000;

    private static readonly MethodInfo CopyOf = typeof(StoreMove).GetMethod(nameof(CopyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Returns how many rows.</summary>
    public static async Task<int> RunAsync(string file, MonitorDb to, CancellationToken cancellation)
    {
        await using var from = Open(file);
        await from.Database.MigrateAsync(cancellation); // a backup may be of an older version
        await using var transaction = await to.Database.BeginTransactionAsync(cancellation);
        if (await to.Subscribers.AnyAsync(cancellation)) throw new BadDataException("the database of ConnectionStrings:Monitor has subscribers; name one that is new");
        var tables = InOrder(to.Model.GetEntityTypes());
        await SayAsync(to, $"TRUNCATE {string.Join(", ", tables.Select(Name))} RESTART IDENTITY", cancellation);
        var rows = 0;
        foreach (var table in tables) rows += await (Task<int>)CopyOf.MakeGenericMethod(table.ClrType).Invoke(null, [from, to, cancellation])!;
        foreach (var table in tables.Where(HasIdentity)) await SayAsync(to, $"""SELECT setval(pg_get_serial_sequence('{Name(table)}', 'Id'), greatest(max("Id"), 1)) FROM {Name(table)}""", cancellation);
        await transaction.CommitAsync(cancellation);
        return rows;
    }

    private static async Task<int> CopyAsync<T>(MonitorDb from, MonitorDb to, CancellationToken cancellation) where T : class
    {
        var rows = 0;
        await foreach (var row in from.Set<T>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            to.Add(row);
            if (++rows % RowsAtOnce == 0) await SaveAsync(to, cancellation);
        }

        await SaveAsync(to, cancellation);
        return rows;
    }

    private static async Task SaveAsync(MonitorDb to, CancellationToken cancellation)
    {
        await to.SaveChangesAsync(cancellation);
        to.ChangeTracker.Clear();
    }

    /// <summary>What others refer to comes first.</summary>
    private static List<IEntityType> InOrder(IEnumerable<IEntityType> types)
    {
        var (waiting, ordered) = (types.ToList(), new List<IEntityType>());
        while (waiting.Count > 0)
        {
            var free = waiting.Where(t => t.GetForeignKeys().All(k => ordered.Contains(k.PrincipalEntityType))).ToList();
            ordered.AddRange(free);
            waiting.RemoveAll(free.Contains);
        }

        return ordered;
    }

    private static string Name(IEntityType table) => $"\"{table.GetTableName()}\"";

    private static bool HasIdentity(IEntityType table) => table.FindProperty("Id") is { ValueGenerated: ValueGenerated.OnAdd };

    private static async Task SayAsync(MonitorDb db, string sql, CancellationToken cancellation) => await db.Database.ExecuteSqlRawAsync(sql, cancellation);

    private static MonitorDb Open(string file)
    {
        var options = new DbContextOptionsBuilder<MonitorDb>();
        StoreSetup.Configure(options, $"Data Source={file};Pooling=False");
        return new MonitorDb(options.Options);
    }
}
