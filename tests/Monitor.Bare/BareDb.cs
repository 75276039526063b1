using Microsoft.EntityFrameworkCore;

namespace Monitor.Bare;

/// <summary>Three tables that refer to each other: the least for which one takes EF Core.</summary>
internal sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Item> Items => Set<Item>();

    public DbSet<Reader> Readers => Set<Reader>();

    internal sealed class Source
    {
        public long Id { get; set; }

        public required string Url { get; set; }

        public DateTimeOffset? LastReadAt { get; set; }

        public List<Item> Items { get; } = [];
    }

    internal sealed class Item
    {
        public long Id { get; set; }

        public required Source Source { get; set; }

        public required string Title { get; set; }

        public bool IsRead { get; set; }
    }

    internal sealed class Reader
    {
        public long Id { get; set; }

        public required string Language { get; set; }
    }
}
