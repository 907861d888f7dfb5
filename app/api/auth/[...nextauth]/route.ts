import NextAuth from 'next-auth'
import { officerAuth } from '@/lib/identity/next-auth'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = (request: Request, context: Context): Promise<Response> => NextAuth(officerAuth())(request, context)

export { handler as GET, handler as POST }
