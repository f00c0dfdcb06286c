using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoalitionLetters.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AskedAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AskedAgainAt",
                table: "Signatures",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AskedAgainAt",
                table: "Signatures");
        }
    }
}
