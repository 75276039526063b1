using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Monitor.Core.Alerts;
using Monitor.Core.Claims;
using Monitor.Core.Deliveries;
using Monitor.Core.Feeds.Health;
using Monitor.Core.Watchlist;
using Monitor.Store.Curators;

namespace Monitor.Store;

/// <summary>The story so far. Instants are UTC milliseconds, dates and words are the texts the files use, so that the rows can be read by eye.</summary>
public sealed class MonitorDb(DbContextOptions<MonitorDb> options) : DbContext(options)
{
    public DbSet<SourceRow> Sources => Set<SourceRow>();
    public DbSet<SourceNoticeRow> SourceNotices => Set<SourceNoticeRow>();
    public DbSet<ItemRow> Items => Set<ItemRow>();
    public DbSet<ItemKeyRow> ItemKeys => Set<ItemKeyRow>();
    public DbSet<SubjectRow> Subjects => Set<SubjectRow>();
    public DbSet<MentionRow> Mentions => Set<MentionRow>();
    public DbSet<ClaimRow> Claims => Set<ClaimRow>();
    public DbSet<ChangeRow> Changes => Set<ChangeRow>();
    public DbSet<AlertRow> Alerts => Set<AlertRow>();
    public DbSet<SubscriberRow> Subscribers => Set<SubscriberRow>();
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();
    public DbSet<BotUpdateRow> BotUpdates => Set<BotUpdateRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();
    public DbSet<QueueEntryRow> Queue => Set<QueueEntryRow>();
    public DbSet<QueueEvidenceRow> QueueEvidence => Set<QueueEvidenceRow>();
    public DbSet<JudgementRow> Judgements => Set<JudgementRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        if (Database.ProviderName?.StartsWith("Npgsql", StringComparison.Ordinal) == true) configurationBuilder.Properties<string>().HaveConversion<StorableText>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateText>();
        configurationBuilder.Properties<ClaimKind>().HaveConversion<KeywordText<ClaimKind>>();
        configurationBuilder.Properties<Stance>().HaveConversion<KeywordText<Stance>>();
        configurationBuilder.Properties<NoticeKind>().HaveConversion<KeywordText<NoticeKind>>();
        configurationBuilder.Properties<Standing>().HaveConversion<KeywordText<Standing>>();
        configurationBuilder.Properties<AlertType>().HaveConversion<KeywordText<AlertType>>();
        configurationBuilder.Properties<DeliveryState>().HaveConversion<KeywordText<DeliveryState>>();
        configurationBuilder.Properties<Rhythm>().HaveConversion<KeywordText<Rhythm>>();
        configurationBuilder.Properties<DoubtKind>().HaveConversion<KeywordText<DoubtKind>>();
        configurationBuilder.Properties<JudgementKind>().HaveConversion<KeywordText<JudgementKind>>();
        configurationBuilder.Properties<JudgementState>().HaveConversion<KeywordText<JudgementState>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<SourceRow>().HasIndex(s => s.NextFetchAt);
        modelBuilder.Entity<SourceNoticeRow>(notice =>
        {
            notice.HasOne<SourceRow>().WithMany().HasForeignKey(n => n.SourceId);
            notice.HasIndex(n => n.ToldAt);
            notice.HasIndex(n => new { n.SourceId, n.EndedAt });
        });
        modelBuilder.Entity<ItemRow>(item =>
        {
            item.HasIndex(i => i.ReadAt);
            item.HasIndex(i => i.EditOf);
            item.HasIndex(i => new { i.SourceId, i.Reference }).IsUnique();
        });
        modelBuilder.Entity<ItemKeyRow>(key =>
        {
            key.HasKey(k => k.Key);
            key.HasOne<ItemRow>().WithMany().HasForeignKey(k => k.ItemId);
        });
        modelBuilder.Entity<MentionRow>(mention =>
        {
            mention.HasOne<ItemRow>().WithMany().HasForeignKey(m => m.ItemId);
            mention.HasIndex(m => m.SubjectId);
        });
        modelBuilder.Entity<ClaimRow>(claim =>
        {
            claim.HasOne<ItemRow>().WithMany().HasForeignKey(c => c.ItemId);
            claim.HasIndex(c => c.SubjectId);
            claim.HasIndex(c => c.ChangeId);
        });
        modelBuilder.Entity<ChangeRow>(change =>
        {
            change.HasIndex(c => c.Slug).IsUnique();
            change.HasIndex(c => c.SubjectId);
            change.HasIndex(c => c.Day);
        });
        modelBuilder.Entity<AlertRow>(alert =>
        {
            alert.HasOne<ChangeRow>().WithMany().HasForeignKey(a => a.ChangeId);
            alert.HasIndex(a => a.FannedOut);
        });
        modelBuilder.Entity<SubscriberRow>(subscriber =>
        {
            subscriber.HasIndex(s => s.ChatHash).IsUnique();
            subscriber.Ignore(s => s.IsChannel);
        });
        modelBuilder.Entity<SubscriptionRow>(subscription =>
        {
            subscription.HasOne<SubscriberRow>().WithMany().HasForeignKey(s => s.SubscriberId);
            subscription.HasIndex(s => new { s.SubscriberId, s.Follow }).IsUnique();
            subscription.HasIndex(s => s.Follow);
        });
        modelBuilder.Entity<DeliveryRow>(delivery =>
        {
            delivery.HasOne<AlertRow>().WithMany().HasForeignKey(d => d.AlertId);
            delivery.HasOne<SubscriberRow>().WithMany().HasForeignKey(d => d.SubscriberId);
            delivery.HasIndex(d => new { d.AlertId, d.SubscriberId }).IsUnique();
            // In this order they are taken: first who comes first, then the order of the alerts.
            delivery.HasIndex(d => new { d.State, d.Priority, d.Id, d.NextAttemptAt });
            delivery.HasIndex(d => new { d.SubscriberId, d.State });
            // Most are carried by none: of those, the index would find every one there ever was.
            delivery.HasIndex(d => d.CarriedBy).HasFilter("\"CarriedBy\" IS NOT NULL");
        });
        modelBuilder.Entity<BotUpdateRow>(update =>
        {
            update.HasKey(u => u.UpdateId);
            update.Property(u => u.UpdateId).ValueGeneratedNever();
        });
        modelBuilder.Entity<SettingRow>().HasKey(s => s.Key);
        AddCurators(modelBuilder);
    }

    private static void AddCurators(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<QueueEntryRow>(entry =>
        {
            entry.HasIndex(e => e.Key).IsUnique();
            entry.HasIndex(e => e.SettledBy);
        });
        modelBuilder.Entity<QueueEvidenceRow>(evidence =>
        {
            evidence.HasOne<QueueEntryRow>().WithMany().HasForeignKey(e => e.EntryId);
            evidence.HasOne<ItemRow>().WithMany().HasForeignKey(e => e.ItemId);
        });
        modelBuilder.Entity<JudgementRow>(judgement =>
        {
            judgement.HasIndex(j => j.State);
            judgement.HasIndex(j => j.ItemId);
        });
    }

    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        at => at.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    /// <summary>PostgreSQL refuses what SQLite takes: a NUL, and half of a surrogate pair.</summary>
    private sealed class StorableText() : ValueConverter<string, string>(text => Storable(text), text => text);

    private static string Storable(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
    }

    private sealed class PartialDateText() : ValueConverter<PartialDate, string>(date => date.ToString(), text => PartialDate.Parse(text));

    private sealed class KeywordText<T>() : ValueConverter<T, string>(value => Keyword.Of(value), word => ParseKeyword<T>(word))
        where T : struct, Enum;

    private static T ParseKeyword<T>(string word) where T : struct, Enum =>
        Keyword.TryParse<T>(word, out var value) ? value : throw new InvalidOperationException($"the database holds \"{word}\", which is no {typeof(T).Name}: was it written by a newer version?");
}
