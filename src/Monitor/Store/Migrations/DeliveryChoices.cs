using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Monitor.Store.Migrations;

/// <summary>What a chat may choose about its alerts; messages that hold several changes; the order in which deliveries are taken.</summary>
[DbContext(typeof(MonitorDb))]
[Migration("202611270330_DeliveryChoices")]
public sealed class DeliveryChoices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.AddColumn<string>("Rhythm", "Subscribers", nullable: false, defaultValue: "instant");
        migrationBuilder.AddColumn<string>("QuietHours", "Subscribers", nullable: true);
        migrationBuilder.AddColumn<string>("TimeZone", "Subscribers", nullable: true);
        migrationBuilder.AddColumn<bool>("OnlyConfirmed", "Subscribers", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("Silent", "Subscribers", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("NoLinks", "Subscribers", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<bool>("Previews", "Subscribers", nullable: false, defaultValue: false);
        migrationBuilder.AddColumn<long>("NotBefore", "Subscribers", nullable: true);
        migrationBuilder.AddColumn<int>("Priority", "Deliveries", nullable: false, defaultValue: 1);
        migrationBuilder.AddColumn<long>("CarriedBy", "Deliveries", nullable: true);
        migrationBuilder.AddColumn<long>("FirstId", "Deliveries", nullable: true);
        migrationBuilder.DropIndex("IX_Deliveries_State_NextAttemptAt", "Deliveries");
        migrationBuilder.DropIndex("IX_Deliveries_SubscriberId", "Deliveries");
        migrationBuilder.CreateIndex("IX_Deliveries_State_Priority_Id_NextAttemptAt", "Deliveries", ["State", "Priority", "Id", "NextAttemptAt"]);
        migrationBuilder.CreateIndex("IX_Deliveries_SubscriberId_State", "Deliveries", ["SubscriberId", "State"]);
        migrationBuilder.CreateIndex("IX_Deliveries_CarriedBy", "Deliveries", "CarriedBy");
    }
}
