using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Monitor.Store.Migrations;

/// <summary>The curators' queue and their judgements; the words of an item, and who answers for a claim.</summary>
[DbContext(typeof(MonitorDb))]
[Migration("202611270340_CuratorsQueue")]
public sealed class CuratorsQueue : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.AddColumn<string>("Print", "Items", nullable: true);
        migrationBuilder.AddColumn<bool>("Quoted", "Claims", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("Attributed", "Claims", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("ByCurator", "Claims", nullable: false, defaultValue: false);
        Entries(migrationBuilder);
        Judgements(migrationBuilder);
    }

    private static void Entries(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Queue",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                Key = table.Column<string>(nullable: false),
                Kind = table.Column<string>(nullable: false),
                Title = table.Column<string>(nullable: false),
                Candidates = table.Column<string>(nullable: false),
                ChangeId = table.Column<long>(nullable: true),
                CreatedAt = table.Column<long>(nullable: false),
                PagedAt = table.Column<long>(nullable: true),
                SettledBy = table.Column<long>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Queue", x => x.Id));
        migrationBuilder.CreateTable(
            name: "QueueEvidence",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                EntryId = table.Column<long>(nullable: false),
                ItemId = table.Column<long>(nullable: false),
                Surface = table.Column<string>(nullable: false),
                Why = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_QueueEvidence", x => x.Id);
                table.ForeignKey("FK_QueueEvidence_Queue_EntryId", x => x.EntryId, "Queue", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_QueueEvidence_Items_ItemId", x => x.ItemId, "Items", "Id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("IX_Queue_Key", "Queue", "Key", unique: true);
        migrationBuilder.CreateIndex("IX_Queue_SettledBy", "Queue", "SettledBy");
        migrationBuilder.CreateIndex("IX_QueueEvidence_EntryId", "QueueEvidence", "EntryId");
        migrationBuilder.CreateIndex("IX_QueueEvidence_ItemId", "QueueEvidence", "ItemId");
    }

    private static void Judgements(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Judgements",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                Kind = table.Column<string>(nullable: false),
                State = table.Column<string>(nullable: false),
                EntryId = table.Column<long>(nullable: true),
                ItemId = table.Column<long>(nullable: true),
                Surface = table.Column<string>(nullable: true),
                SubjectId = table.Column<string>(nullable: true),
                ChangeId = table.Column<long>(nullable: true),
                Note = table.Column<string>(nullable: true),
                At = table.Column<long>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_Judgements", x => x.Id));
        migrationBuilder.CreateIndex("IX_Judgements_State", "Judgements", "State");
        migrationBuilder.CreateIndex("IX_Judgements_ItemId", "Judgements", "ItemId");
    }
}
