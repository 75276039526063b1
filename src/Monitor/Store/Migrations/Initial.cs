using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Monitor.Store.Migrations;

/// <summary>The first schema. Written by hand (the design-time package does not restore here); SchemaTests hold it equal to the model.</summary>
[DbContext(typeof(MonitorDb))]
[Migration("20261122_1_Initial")]
public sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable(
            name: "Sources",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                Active = table.Column<bool>(nullable: false),
                MovedTo = table.Column<string>(nullable: true),
                ETag = table.Column<string>(nullable: true),
                FailingSince = table.Column<long>(nullable: true),
                Failure = table.Column<string>(nullable: true),
                Failures = table.Column<int>(nullable: false),
                FirstReadAt = table.Column<long>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                Language = table.Column<string>(nullable: true),
                LastFetchAt = table.Column<long>(nullable: true),
                LastModified = table.Column<string>(nullable: true),
                LastNewItemAt = table.Column<long>(nullable: true),
                LastSuccessAt = table.Column<long>(nullable: true),
                Name = table.Column<string>(nullable: false),
                NextFetchAt = table.Column<long>(nullable: false),
                Origin = table.Column<string>(nullable: false),
                Role = table.Column<string>(nullable: false),
                Url = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sources", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Items",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                FetchedAt = table.Column<long>(nullable: false),
                Language = table.Column<string>(nullable: true),
                Origin = table.Column<string>(nullable: false),
                Published = table.Column<long>(nullable: true),
                ReadAt = table.Column<long>(nullable: true),
                Reference = table.Column<string>(nullable: false),
                Silent = table.Column<bool>(nullable: false),
                SourceId = table.Column<string>(nullable: false),
                Text = table.Column<string>(nullable: false),
                Title = table.Column<string>(nullable: false),
                Url = table.Column<string>(nullable: true),
                Verdict = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Items", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "ItemKeys",
            columns: table => new
            {
                Key = table.Column<string>(nullable: false),
                ItemId = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ItemKeys", x => x.Key);
                table.ForeignKey("FK_ItemKeys_Items_ItemId", x => x.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Subjects",
            columns: table => new
            {
                Id = table.Column<string>(nullable: false),
                Active = table.Column<bool>(nullable: false),
                Document = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Name = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Subjects", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Mentions",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                End = table.Column<int>(nullable: false),
                ItemId = table.Column<long>(nullable: false),
                Score = table.Column<double>(nullable: false),
                Start = table.Column<int>(nullable: false),
                SubjectId = table.Column<string>(nullable: false),
                Surface = table.Column<string>(nullable: false),
                Why = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Mentions", x => x.Id);
                table.ForeignKey("FK_Mentions_Items_ItemId", x => x.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Claims",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                ChangeId = table.Column<long>(nullable: true),
                Count = table.Column<int>(nullable: true),
                Date = table.Column<string>(nullable: true),
                FromList = table.Column<bool>(nullable: false),
                ItemId = table.Column<long>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Live = table.Column<bool>(nullable: false),
                Origin = table.Column<string>(nullable: false),
                Published = table.Column<long>(nullable: false),
                Stance = table.Column<string>(nullable: false),
                SubjectId = table.Column<string>(nullable: false),
                Surface = table.Column<string>(nullable: false),
                To = table.Column<string>(nullable: true),
                Why = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Claims", x => x.Id);
                table.ForeignKey("FK_Claims_Items_ItemId", x => x.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Changes",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                Alerted = table.Column<bool>(nullable: false),
                Count = table.Column<int>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                Date = table.Column<string>(nullable: false),
                Day = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Standing = table.Column<string>(nullable: false),
                Slug = table.Column<string>(nullable: false),
                MergedInto = table.Column<long>(nullable: true),
                SubjectId = table.Column<string>(nullable: false),
                To = table.Column<string>(nullable: true),
                UpdatedAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Changes", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Alerts",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                ChangeId = table.Column<long>(nullable: false),
                CreatedAt = table.Column<long>(nullable: false),
                Facts = table.Column<string>(nullable: false),
                FanOutCursor = table.Column<long>(nullable: false),
                FannedOut = table.Column<bool>(nullable: false),
                ItemId = table.Column<long>(nullable: false),
                Type = table.Column<string>(nullable: false),
                UpToSubscriptionId = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Alerts", x => x.Id);
                table.ForeignKey("FK_Alerts_Changes_ChangeId", x => x.ChangeId, "Changes", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Subscribers",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                ChatCipher = table.Column<string>(nullable: false),
                ChatHash = table.Column<string>(nullable: false),
                Language = table.Column<string>(nullable: false),
                LanguageChosen = table.Column<bool>(nullable: false),
                LastContactDay = table.Column<string>(nullable: false),
                SuspendedAt = table.Column<long>(nullable: true),
                ThreadId = table.Column<int>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Subscribers", x => x.Id);
            });

        migrationBuilder.CreateTable(
            name: "Subscriptions",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                Follow = table.Column<string>(nullable: false),
                SubscriberId = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Subscriptions", x => x.Id);
                table.ForeignKey("FK_Subscriptions_Subscribers_SubscriberId", x => x.SubscriberId, "Subscribers", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "Deliveries",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                AlertId = table.Column<long>(nullable: false),
                Attempts = table.Column<int>(nullable: false),
                MessageId = table.Column<int>(nullable: true),
                NextAttemptAt = table.Column<long>(nullable: false),
                Reason = table.Column<string>(nullable: true),
                State = table.Column<string>(nullable: false),
                SubscriberId = table.Column<long>(nullable: false),
                Term = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Deliveries", x => x.Id);
                table.ForeignKey("FK_Deliveries_Alerts_AlertId", x => x.AlertId, "Alerts", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_Deliveries_Subscribers_SubscriberId", x => x.SubscriberId, "Subscribers", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateTable(
            name: "BotUpdates",
            columns: table => new
            {
                UpdateId = table.Column<long>(nullable: false),
                HandledAt = table.Column<long>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_BotUpdates", x => x.UpdateId);
            });

        migrationBuilder.CreateTable(
            name: "Settings",
            columns: table => new
            {
                Key = table.Column<string>(nullable: false),
                Value = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Settings", x => x.Key);
            });

        migrationBuilder.CreateIndex("IX_Alerts_ChangeId", "Alerts", "ChangeId");
        migrationBuilder.CreateIndex("IX_Alerts_FannedOut", "Alerts", "FannedOut");
        migrationBuilder.CreateIndex("IX_Changes_Day", "Changes", "Day");
        migrationBuilder.CreateIndex("IX_Changes_Slug", "Changes", "Slug", unique: true);
        migrationBuilder.CreateIndex("IX_Changes_SubjectId", "Changes", "SubjectId");
        migrationBuilder.CreateIndex("IX_Claims_ChangeId", "Claims", "ChangeId");
        migrationBuilder.CreateIndex("IX_Claims_ItemId", "Claims", "ItemId");
        migrationBuilder.CreateIndex("IX_Claims_SubjectId", "Claims", "SubjectId");
        migrationBuilder.CreateIndex("IX_Deliveries_AlertId_SubscriberId", "Deliveries", ["AlertId", "SubscriberId"], unique: true);
        migrationBuilder.CreateIndex("IX_Deliveries_State_NextAttemptAt", "Deliveries", ["State", "NextAttemptAt"]);
        migrationBuilder.CreateIndex("IX_Deliveries_SubscriberId", "Deliveries", "SubscriberId");
        migrationBuilder.CreateIndex("IX_ItemKeys_ItemId", "ItemKeys", "ItemId");
        migrationBuilder.CreateIndex("IX_Items_ReadAt", "Items", "ReadAt");
        migrationBuilder.CreateIndex("IX_Items_SourceId_Reference", "Items", ["SourceId", "Reference"], unique: true);
        migrationBuilder.CreateIndex("IX_Mentions_ItemId", "Mentions", "ItemId");
        migrationBuilder.CreateIndex("IX_Mentions_SubjectId", "Mentions", "SubjectId");
        migrationBuilder.CreateIndex("IX_Sources_NextFetchAt", "Sources", "NextFetchAt");
        migrationBuilder.CreateIndex("IX_Subscribers_ChatHash", "Subscribers", "ChatHash", unique: true);
        migrationBuilder.CreateIndex("IX_Subscriptions_Follow", "Subscriptions", "Follow");
        migrationBuilder.CreateIndex("IX_Subscriptions_SubscriberId_Follow", "Subscriptions", ["SubscriberId", "Follow"], unique: true);
    }
}

internal static class Columns
{
    /// <summary>Ids are never reused: a cursor that has passed a deleted row must not meet its id again.</summary>
    public static OperationBuilder<AddColumnOperation> AsIdentity(this OperationBuilder<AddColumnOperation> column) =>
        column.Annotation("Sqlite:Autoincrement", true);
}
