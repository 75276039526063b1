using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Monitor.Store.Migrations;

/// <summary>What a curator put off is told again at its time.</summary>
[DbContext(typeof(MonitorDb))]
[Migration("202611270805_QueuePutOff")]
public sealed class QueuePutOff : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.AddColumn<long>("PutOffUntil", "Queue", nullable: true);
    }
}
