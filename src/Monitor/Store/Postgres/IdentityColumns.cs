using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace Monitor.Store.Postgres;

/// <summary>The migrations are one set for both databases: what they call an id of its own (AUTOINCREMENT) is an identity column here, whose numbers are never given twice either.</summary>
#pragma warning disable EF1001 // Npgsql has made its options internal, but its generator of SQL is meant to be derived from.
internal sealed class IdentityColumns(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options) : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    protected override void ColumnDefinition(string? schema, string table, string name, ColumnOperation operation, IModel? model, MigrationCommandListBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation["Sqlite:Autoincrement"] is true) operation["Npgsql:ValueGenerationStrategy"] = NpgsqlValueGenerationStrategy.IdentityByDefaultColumn;
        base.ColumnDefinition(schema, table, name, operation, model, builder);
    }
}
