using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoalitionLetters.Data.Migrations.Sqlite
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
                type: "TEXT",
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
