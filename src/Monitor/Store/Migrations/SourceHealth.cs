using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Monitor.Store.Migrations;

/// <summary>Sources that can be added, paused and removed while the program runs; what is told of their health; why an item is history.</summary>
[DbContext(typeof(MonitorDb))]
[Migration("202611270350_SourceHealth")]
public sealed class SourceHealth : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.AddColumn<string>("Document", "Sources", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<bool>("ByHand", "Sources", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("RemovedAt", "Sources", nullable: true);
        migrationBuilder.AddColumn<long>("PausedAt", "Sources", nullable: true);
        migrationBuilder.AddColumn<long>("WindowSeconds", "Sources", nullable: true);
        migrationBuilder.AddColumn<long>("GapAt", "Sources", nullable: true);
        migrationBuilder.AddColumn<string>("SilentReason", "Items", nullable: true);

        migrationBuilder.CreateTable(
            name: "SourceNotices",
            columns: table => new
            {
                Id = table.Column<long>(nullable: false).AsIdentity(),
                At = table.Column<long>(nullable: false),
                EndedAt = table.Column<long>(nullable: true),
                Kind = table.Column<string>(nullable: false),
                SourceId = table.Column<string>(nullable: false),
                ToldAt = table.Column<long>(nullable: true),
                Words = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SourceNotices", x => x.Id);
                table.ForeignKey("FK_SourceNotices_Sources_SourceId", x => x.SourceId, "Sources", "Id", onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex("IX_SourceNotices_SourceId_EndedAt", "SourceNotices", ["SourceId", "EndedAt"]);
        migrationBuilder.CreateIndex("IX_SourceNotices_ToldAt", "SourceNotices", "ToldAt");
    }
}
