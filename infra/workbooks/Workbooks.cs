using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks;

public static class Workbooks
{
    public static IServiceCollection AddWorkbooks(this IServiceCollection services) =>
        services.AddSingleton<IReportWorkbooks, ReportWorkbooks>();
}
