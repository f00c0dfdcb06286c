using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoalitionLetters.Data.Migrations.Sqlite
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

            migrationBuilder.AddColumn<DateTime>(
                name: "DoubtedAt",
                table: "Signatures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Doubts",
                table: "Signatures",
                type: "TEXT",
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

            migrationBuilder.CreateIndex(
                name: "IX_Signatures_LetterId_Status_CorrectionSentAt",
                table: "Signatures",
                columns: new[] { "LetterId", "Status", "CorrectionSentAt" });
        }
    }
}
