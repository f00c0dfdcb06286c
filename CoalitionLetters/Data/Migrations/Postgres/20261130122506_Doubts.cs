using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoalitionLetters.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Doubts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Signatures_LetterId_Status_CorrectionSentAt",
                table: "Signatures");

            migrationBuilder.AlterColumn<string>(
                name: "AuthorityStatement",
                table: "Signatures",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(800)",
                oldMaxLength: 800);

            migrationBuilder.AddColumn<DateTime>(
                name: "DoubtedAt",
                table: "Signatures",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Doubts",
                table: "Signatures",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            // What had come up about a listed line stood among the reasons to hold one.
            migrationBuilder.Sql(
                """
                UPDATE "Signatures" SET "Doubts" = "Reason", "DoubtedAt" = COALESCE("ListedAt", "SubmittedAt"), "Reason" = NULL
                WHERE "Status" = 'Listed' AND "Reason" IS NOT NULL
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Signatures_LetterId_Status_CorrectionSentAt_DoubtedAt",
                table: "Signatures",
                columns: new[] { "LetterId", "Status", "CorrectionSentAt", "DoubtedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Signatures_LetterId_Status_CorrectionSentAt_DoubtedAt",
                table: "Signatures");

            migrationBuilder.DropColumn(
                name: "DoubtedAt",
                table: "Signatures");

            migrationBuilder.DropColumn(
                name: "Doubts",
                table: "Signatures");

            migrationBuilder.AlterColumn<string>(
                name: "AuthorityStatement",
                table: "Signatures",
                type: "character varying(800)",
                maxLength: 800,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.CreateIndex(
                name: "IX_Signatures_LetterId_Status_CorrectionSentAt",
                table: "Signatures",
                columns: new[] { "LetterId", "Status", "CorrectionSentAt" });
        }
    }
}
