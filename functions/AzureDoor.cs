using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application;
using VksServerless.Application.Workflow;
using VksServerless.Azure;
using VksServerless.Documents;
using VksServerless.Functions.Cycles;
using VksServerless.Functions.Http;
using VksServerless.Storage;
using VksServerless.Web;
using VksServerless.Web.Door;
using VksServerless.Workbooks;

namespace VksServerless.Functions;

/// <summary>The reporting system as it runs on Azure.</summary>
public static class AzureDoor
{
    public static IServiceCollection AddAzureDoor(this IServiceCollection services, IConfiguration configuration) => services
        .AddAzure(configuration)
        .AddUseCases()
        .AddReportingStorage()
        .AddDocuments()
        .AddWorkbooks()
        .AddReportingSettings(configuration)
        .AddReportingWeb()
        .AddSingleton<WebPipeline>()
        .AddSingleton<LentDurableClient>()
        .AddSingleton<ICycleClock>(provider => new DurableCycleClock(
            provider.GetRequiredService<LentDurableClient>(), new SilentWorkflows(TimeProvider.System), TimeProvider.System));
}
