import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { longInstant } from '@/lib/kernel/format'
import { now } from '@/lib/platform/clock'
import { inIdentity } from '@/lib/platform/db'
import type { Deliver } from '../domain/delivery'
import type { Post } from '../domain/post'
import { newDeviceMessage } from '../wording'

/** Tells the holder of an account that a browser signed in to it for the first time. An account without e-mail hears nothing. */
export async function tellOfNewDevice(accountId: string, post: Post, deliver: Deliver): Promise<void> {
  const account = await inIdentity((tx) => tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } }))
  if (account.email === null) return
  await deliver({
    communeId: post.communeId,
    key: `new-device:${uuidv7()}`,
    template: 'new-device',
    to: { channel: 'email', address: account.email },
    subject: 'Đăng nhập Một Cửa từ máy lạ',
    body: newDeviceMessage(longInstant(now())),
  })
}
