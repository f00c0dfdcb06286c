using CoalitionLetters.Importing;
using CoalitionLetters.Importing.Records;

namespace CoalitionLetters.Organizations.Desk;

/// <summary>What the directory's desk needs beside its pages.</summary>
public static class OrganizationSetup
{
    public static void AddOrganizations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OrganizationDirectory>();
        builder.Services.AddHostedService<ReadDirectory>();
        builder.Services.AddScoped<EditOrganization>();
        builder.Services.AddScoped<KeepContacts>();
        builder.Services.AddScoped<MergeOrganizations>();
        builder.Services.AddScoped<SplitOrganization>();
        builder.Services.AddScoped<SettlePair>();
        builder.Services.AddScoped<AcceptImport>();
        builder.Services.AddScoped<AcceptInvitations>();
        builder.Services.AddScoped<UndoImport>();
        builder.Services.AddScoped<AcceptRecords>();
        builder.Services.AddScoped<UndoRecords>();
    }
}
