using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Publications;
using VksServerless.Documents.Official;
using VksServerless.Documents.Publications;

namespace VksServerless.Documents;

public static class DocumentRenderers
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) =>
        services.AddSingleton<IPublicationPage, PublicationPage>().AddSingleton<IOfficialDocument, OfficialFiles>();
}
