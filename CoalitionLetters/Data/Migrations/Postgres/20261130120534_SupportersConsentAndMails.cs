using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoalitionLetters.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SupportersConsentAndMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ConsentText",
                table: "Supporters",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MailDomain",
                table: "Supporters",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Mails",
                table: "Supporters",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Supporters_MailDomain_SubmittedAt_ChangedShare_ActionId",
                table: "Supporters",
                columns: new[] { "MailDomain", "SubmittedAt", "ChangedShare", "ActionId" },
                filter: "\"MailDomain\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ToAddress",
                table: "Outbox",
                column: "ToAddress");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Supporters_MailDomain_SubmittedAt_ChangedShare_ActionId",
                table: "Supporters");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_ToAddress",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "ConsentText",
                table: "Supporters");

            migrationBuilder.DropColumn(
                name: "MailDomain",
                table: "Supporters");

            migrationBuilder.DropColumn(
                name: "Mails",
                table: "Supporters");
        }
    }
}
