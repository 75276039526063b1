using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Monitor.Store.Migrations;

/// <summary>Later versions of items that their sites edited.</summary>
[DbContext(typeof(MonitorDb))]
[Migration("202611270842_ItemEdits")]
public sealed class ItemEdits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.AddColumn<long>("EditOf", "Items", nullable: true);
        migrationBuilder.CreateIndex("IX_Items_EditOf", "Items", "EditOf");
    }
}
