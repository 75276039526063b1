using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Monitor.Store.Migrations;

/// <summary>The deliveries that have no message of their own are few, and only they are looked up by the one that carries them.</summary>
[DbContext(typeof(MonitorDb))]
[Migration("202611271745_CarriedDeliveries")]
public sealed class CarriedDeliveries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.DropIndex("IX_Deliveries_CarriedBy", "Deliveries");
        migrationBuilder.CreateIndex("IX_Deliveries_CarriedBy", "Deliveries", "CarriedBy", filter: "\"CarriedBy\" IS NOT NULL");
    }
}
